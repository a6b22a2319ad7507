import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { patientOf } from '@okaeri/chart';
import type { RecordGrant } from '@okaeri/chart';
import { OkaeriError } from '@okaeri/contracts';
import type { Database, Vault } from '@okaeri/platform';
import { uuidOf } from '../import/uuid-of';
import { Turns } from '../pieces';
import { pngOf } from '../png';
import { ImagingInstance, ImagingSeries } from './imaging.entities';
import type { SeriesId } from './imaging.entities';
import { inOrder, seriesIdOf } from './studies';
import type { Drawn, ThumbnailJob } from './thumbnail-worker';
import { NotUnfolded, headUnfolded, packedWhole } from './unfold';

const side = 256;
/** What is read into memory to make a small picture of it. */
const bytesMost = 64 * 1024 * 1024;
const millisecondsMost = 10_000;
const megabytesMost = 384;
const drawing = new Turns();

/** Where it lies that was made of an instance. One of no bytes says that none can be made. */
export const thumbnailId = (instanceId: string): string => uuidOf(`thumbnail ${instanceId}`);

/** A small picture of a series: of the one in its middle, made when it is first asked for. Throws `not_found`. */
export async function readThumbnail(db: Database, vault: Vault, granted: RecordGrant, asked: string): Promise<Buffer> {
  const seriesId = await seriesIdOf(db.manager, granted, asked);
  const shown = inOrder(await db.manager.findBy(ImagingInstance, { seriesId, shown: true }));
  const middle = shown[Math.floor(shown.length / 2)];
  if (!middle) throw new OkaeriError('not_found');
  const made = await drawing.take(async () => {
    if (await isMadeOf(db, seriesId, middle)) return read(vault, thumbnailId(middle.id));
    const drawn = await drawnOf(vault, middle);
    const png = drawn ? pngOf(drawn) : Buffer.alloc(0);
    await vault.keep({ id: thumbnailId(middle.id), patientId: patientOf(granted) }, once(png));
    await replace(db, vault, seriesId, middle);
    return png;
  });
  if (made.length === 0) throw new OkaeriError('not_found');
  return made;
}

async function isMadeOf({ manager }: Database, id: SeriesId, { id: instanceId }: ImagingInstance): Promise<boolean> {
  return manager.existsBy(ImagingSeries, { id, thumbnailOf: instanceId });
}

/** Another became the middle one: what was made of the one before goes. */
async function replace(db: Database, vault: Vault, id: SeriesId, { id: instanceId }: ImagingInstance): Promise<void> {
  const before = await db.manager.findOneBy(ImagingSeries, { id });
  await db.manager.update(ImagingSeries, { id }, { thumbnailOf: instanceId });
  if (before?.thumbnailOf && before.thumbnailOf !== instanceId) await vault.remove(thumbnailId(before.thumbnailOf));
}

async function drawnOf(vault: Vault, { blobId, bytes, frames, transferSyntax }: ImagingInstance): Promise<Drawn> {
  if (bytes > bytesMost) return null;
  const content = transferSyntax === packedWhole ? await unpacked(vault, blobId) : await read(vault, blobId);
  if (content === null) return null;
  const whole = new Uint8Array(content).buffer;
  return draw({ bytes: whole, frame: Math.floor(frames / 2), side });
}

async function unpacked(vault: Vault, blobId: string): Promise<Buffer | null> {
  try {
    const { head, bytes } = await headUnfolded(await vault.openRead(blobId), bytesMost);
    return bytes > head.length ? null : head;
  } catch (error) {
    if (error instanceof NotUnfolded) return null;
    throw error;
  }
}

/** In the sources as in a build. */
const workerFile = () =>
  ['js', 'ts'].map((ending) => join(__dirname, `thumbnail-worker.${ending}`)).find((file) => existsSync(file)) ?? '';

/** `null` where it takes too long, needs too much, or cannot be drawn. */
export async function draw(job: ThumbnailJob): Promise<Drawn> {
  const worker = new Worker(workerFile(), {
    ...{ workerData: job, transferList: [job.bytes], execArgv: [], env: {} },
    // What libraries say of a file may be a patient's, and is no line of a log.
    ...{ stdout: true, stderr: true },
    resourceLimits: { maxOldGenerationSizeMb: megabytesMost },
  });
  const timer = setTimeout(() => void worker.terminate(), millisecondsMost);
  try {
    return await new Promise<Drawn>((resolve) => {
      worker.once('message', (drawn: Drawn) => resolve(drawn));
      worker.once('error', () => resolve(null));
      worker.once('exit', () => resolve(null));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

async function read(vault: Vault, id: string): Promise<Buffer> {
  return (await vault.size(id)) === 0 ? Buffer.alloc(0) : buffer(await vault.openRead(id));
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
