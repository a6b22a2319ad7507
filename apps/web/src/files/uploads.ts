import type { FileView } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { whenSignedOut } from '../api/putting-away';
import { body, keyed, typed } from '../api/typed';
import { queries } from '../api/queries';
import { newKey } from '../api/write';
import { answered, patiently, sendPieces, type Hearer } from './pieces';
import { forget, remember, unfinished } from './remembered';

/** A file on its way. It goes on while the panel is closed, and while the page shows something else. */
export interface Upload {
  id: string;
  visitId: string;
  /** Once the server knows of it. */
  fileId: string | null;
  name: string;
  bytes: number;
  /** What has left this device. */
  sent: number;
  state: 'sending' | 'looking' | 'paused' | 'failed';
  error: ApiError | null;
}

let uploads: readonly Upload[] = [];
const listeners = new Set<() => void>();
const stops = new Map<string, AbortController>();

export const uploading = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  all: () => uploads,
};

function change(id: string, values: Partial<Upload> | null): void {
  uploads = values
    ? uploads.map((upload) => (upload.id === id ? { ...upload, ...values } : upload))
    : uploads.filter((upload) => upload.id !== id);
  for (const listener of listeners) listener();
}

/** A message that was recorded: it keeps its name over a reload, and is told in the chat once it has arrived. */
export interface RecordedUpload {
  id: string;
  post: (fileId: string) => Promise<unknown>;
}

/** Sends a file to a visit. One that was broken off before, chosen again, goes on from where it was. */
export async function upload(
  visitId: string,
  file: File,
  open: readonly FileView[],
  recorded?: RecordedUpload,
): Promise<FileView | null> {
  const id = recorded?.id ?? newKey();
  const stop = new AbortController();
  stops.set(id, stop);
  const hearer: Hearer = { signal: stop.signal, tell: (values) => change(id, values) };
  const { name, size: bytes } = file;
  uploads = [
    ...uploads.filter((each) => each.id !== id),
    { id, visitId, fileId: null, name, bytes, sent: 0, state: 'sending', error: null },
  ];
  change(id, {});
  try {
    const known = unfinished(visitId, file, open);
    const form = { name: file.name, bytes: file.size, type: file.type, recorded: recorded !== undefined };
    const params = { path: { visitId }, header: keyed(id) };
    const view =
      known ??
      (await patiently(hearer, () =>
        body(typed.POST('/api/visits/{visitId}/files', { params, body: form, signal: answered() })),
      ));
    stop.signal.throwIfAborted();
    remember(visitId, file, view.fileId);
    change(id, { fileId: view.fileId });
    await again(visitId);
    // What was announced before, by whichever page, may have arrived in part or as a whole.
    const { fileId } = view;
    const look = () => body(typed.GET('/api/files/{fileId}', { params: { path: { fileId } }, signal: answered() }));
    const path = `/api/files/${encodeURIComponent(fileId)}/content`;
    const done = await sendPieces<FileView>(file, known || recorded ? null : view.received, { look, path }, hearer);
    if (recorded && done.state === 'ready') await patiently(hearer, () => recorded.post(done.fileId));
    forget(visitId, view.fileId);
    change(id, null);
    return done;
  } catch (error) {
    const told =
      !recorded &&
      error instanceof ApiError &&
      ['file_scripts', 'file_held', 'file_infected', 'file_type', 'file_broken'].includes(error.code);
    const listed = uploads.find((each) => each.id === id)?.fileId;
    // What the server looked at stands in its list, with the reason.
    if (stop.signal.aborted || (told && listed)) change(id, null);
    else change(id, { state: 'failed', error: error instanceof ApiError ? error : new ApiError('internal', 500, '') });
    return null;
  } finally {
    stops.delete(id);
    await again(visitId);
  }
}

/** Stops one that is on its way, and puts away the sentence about one that failed. */
export function stopUpload(id: string): void {
  const stopped = uploads.find((each) => each.id === id);
  stops.get(id)?.abort();
  change(id, null);
  if (!stopped?.fileId || stopped.state === 'failed') return;
  forget(stopped.visitId, stopped.fileId);
  // Where this cannot be told now, the server forgets it by itself within a day.
  void body(typed.DELETE('/api/files/{fileId}', { params: { path: { fileId: stopped.fileId } } })).then(
    () => again(stopped.visitId),
    () => undefined,
  );
}

/** Goes on under nobody's name, and its name is nobody's to read. */
whenSignedOut(() => {
  for (const stop of stops.values()) stop.abort();
  uploads = [];
  for (const listener of listeners) listener();
});

async function again(visitId: string): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['visit', visitId] });
  void queries.invalidateQueries({ queryKey: ['files'] });
}
