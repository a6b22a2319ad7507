export function isDebian(osRelease?: string): boolean;
export function missingPackages(names: string[]): string[];
export function mayInstall(): boolean;
export function howToInstall(names: string[], what: string): Error;
