import type { FileView } from '@okaeri/contracts';

/*
 * Which files this tab was sending, by name and size as the device has them: after the page was loaded again, the same
 * file chosen once more goes on. The server's list alone would not do, for there a name may have been mended.
 */
const prefix = 'okaeri.draft.upload.';
const most = 20;

interface Remembered {
  fileId: string;
  name: string;
  bytes: number;
}

type Chosen = Pick<File, 'name' | 'size'>;

function read(visitId: string): Remembered[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(prefix + visitId) ?? '[]');
    return Array.isArray(kept) ? (kept as Remembered[]) : [];
  } catch {
    return [];
  }
}

function write(visitId: string, files: readonly Remembered[]): void {
  try {
    if (files.length === 0) sessionStorage.removeItem(prefix + visitId);
    else sessionStorage.setItem(prefix + visitId, JSON.stringify(files.slice(-most)));
  } catch {
    // A browser that keeps nothing sends the file from its beginning.
  }
}

export function remember(visitId: string, file: Chosen, fileId: string): void {
  const others = read(visitId).filter((each) => each.fileId !== fileId);
  write(visitId, [...others, { fileId, name: file.name, bytes: file.size }]);
}

export function forget(visitId: string, fileId: string): void {
  write(
    visitId,
    read(visitId).filter((each) => each.fileId !== fileId),
  );
}

/** The one among those that the server still waits for. */
export function unfinished(visitId: string, file: Chosen, open: readonly FileView[]): FileView | null {
  const kept = read(visitId);
  return (
    open.find(({ fileId, state, mine, name, bytes }) => {
      if (state !== 'receiving' || !mine || bytes !== file.size) return false;
      return name === file.name || kept.some((each) => each.fileId === fileId && each.name === file.name);
    }) ?? null
  );
}
