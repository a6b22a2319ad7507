export function shortLine(line: string, isError: boolean): string | undefined;
