export function sourceStanzas(text: string, codename: string): string;
export function sourceLines(text: string, codename: string): string;
