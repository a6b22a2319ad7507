export function findProgram(...names: string[]): string | undefined;
export function findProgramOf(name: string): string | undefined;
export function missingPrograms(packages: string[]): string[];
