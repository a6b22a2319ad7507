import type { ImagingInstance } from '@okaeri/contracts';
import { ApiError, heard } from '../api/client';
import { reach } from '../api/reach';
import type { OpenFile } from './decode';
import type { Item } from './items';
import type { Picture } from './paint';

interface Open {
  file: Promise<OpenFile>;
  /** How many of its frames are being read now. */
  readers: number;
}

/** Fetches the files of a series and reads their pictures. One with many frames stays open while it is looked at. */
export class SeriesFiles {
  private readonly open = new Map<string, Open>();

  async picture({ instance, frame }: Item, signal: AbortSignal): Promise<Picture> {
    const { instanceId } = instance;
    const open = this.open.get(instanceId) ?? { file: fetched(instance, signal), readers: 0 };
    this.open.set(instanceId, open);
    open.readers += 1;
    try {
      return await (await open.file).frame(frame);
    } finally {
      open.readers -= 1;
      const failed = await open.file.then(
        () => false,
        () => true,
      );
      // One that did not come is asked for anew; one with a single picture has nothing more to be read.
      if (failed || instance.frames <= 1 || signal.aborted) this.shut(instanceId);
      else for (const other of this.open.keys()) if (other !== instanceId) this.shut(other);
    }
  }

  close(): void {
    for (const instanceId of this.open.keys()) this.shut(instanceId);
  }

  private shut(instanceId: string): void {
    const open = this.open.get(instanceId);
    if (!open || open.readers > 0) return;
    this.open.delete(instanceId);
    void open.file.then(
      (file) => file.close(),
      () => undefined,
    );
  }
}

async function fetched({ href }: ImagingInstance, signal: AbortSignal): Promise<OpenFile> {
  const [bytes, { openDicom }] = await Promise.all([
    bytesOf(href, signal),
    import('./decode').catch(() => lost(signal)),
  ]);
  return openDicom(bytes);
}

async function bytesOf(href: string, signal: AbortSignal): Promise<Blob> {
  const answer = await heard(() =>
    fetch(href, { credentials: 'same-origin', signal }).catch((error: unknown) => {
      // A reader who has left has not lost the server.
      if (signal.aborted) return Response.error();
      throw error;
    }),
  );
  return answer.blob().catch(() => lost(signal));
}

/** Of bytes that did not come: they may when the server can be reached again, which is asked for from now on. */
function lost({ aborted }: AbortSignal): never {
  if (!aborted) reach.lost();
  throw new ApiError('unreachable', 0, '');
}
