export function isDebian(osRelease?: string): boolean;
export function missingPackages(names: string[]): string[];
export function mayInstall(): boolean;
export function howToInstall(names: string[], what: string): Error;
export function installDebian(
  names: string[],
  how: { say(line: string): void; announce(names: string[]): void },
): Promise<void>;
