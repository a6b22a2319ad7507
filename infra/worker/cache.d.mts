export function distribution(file?: string): string;
export function overlayHash(folder?: string): string;
export function cacheKey(of: { version: string; arch?: string; distro?: string; overlay?: string }): string;
export function cacheFolders(root: string, env?: NodeJS.ProcessEnv): string[];
export function writableCache(folders: string[]): string;
export function runsHere(file: string): boolean;
export function findCached(folders: string[], key: string): { file: string } | undefined;
export function keep(folder: string, key: string, file: string, note: object): string;
export function scratchFolder(cache: string): string;
