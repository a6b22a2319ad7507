export function filesUnder(folder: string, skip?: (name: string) => boolean): string[];
export function contentHash(root: string, places: string[], skip?: (name: string) => boolean): string;
export function outlineHash(folder: string): string;
