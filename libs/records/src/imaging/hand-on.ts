import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { OkaeriError } from '@okaeri/contracts';
import type { DeidentifiedView } from '@okaeri/contracts';
import { patientOf } from '@okaeri/chart';
import type { Granted } from '@okaeri/access';
import type { Vault } from '@okaeri/platform';
import { deidentify } from './deidentify';
import type { Deidentified } from './deidentify';
import { headSteps, readHeader } from './header';
import type { ImagingInstance } from './imaging.entities';
import { NotUnfolded, headUnfolded, packedWhole } from './unfold';

/** What a picture would be without what tells whose it is. */
export async function previewOf(
  vault: Vault,
  granted: Granted,
  instance: ImagingInstance,
): Promise<Pick<DeidentifiedView, 'rows' | 'burnedIn'>> {
  const { rows, burnedIn } = await withoutPerson(vault, granted, instance);
  return { rows, burnedIn };
}

/** The file that may be handed on: its length, and its bytes as they are asked for. */
export async function handedOn(
  vault: Vault,
  granted: Granted,
  instance: ImagingInstance,
): Promise<{ bytes: number; open: () => AsyncIterable<Uint8Array> }> {
  const { head, pixels } = await withoutPerson(vault, granted, instance);
  if (!pixels) return { bytes: head.length, open: () => both(head, null) };
  if (instance.transferSyntax === packedWhole) {
    // It is handed on unpacked: where its pixels end, everything else ends.
    if (pixels.bytes === null) throw new OkaeriError('file_broken');
    const all = await unpackedWhole(vault, instance);
    const rest = all.subarray(pixels.at, pixels.content + pixels.bytes);
    return { bytes: head.length + rest.length, open: () => both(Buffer.concat([head, rest]), null) };
  }
  const end =
    pixels.bytes === null ? await endOfPacked(vault, instance, pixels.content) : pixels.content + pixels.bytes;
  if (end > instance.bytes) throw new OkaeriError('file_broken');
  const rest = () => vault.openRead(instance.blobId, { start: pixels.at, end: end - 1 });
  return { bytes: head.length + end - pixels.at, open: () => both(head, rest) };
}

/** Throws `file_broken` where it cannot be promised that nothing is overlooked. */
async function withoutPerson(vault: Vault, granted: Granted, instance: ImagingInstance): Promise<Deidentified> {
  if (instance.transferSyntax === packedWhole) {
    const found = deidentify(await unpackedWhole(vault, instance), patientOf(granted));
    if (found) return found;
    throw new OkaeriError('file_broken');
  }
  const { blobId, bytes } = instance;
  for (const step of headSteps) {
    const head = await buffer(await vault.openRead(blobId, { start: 0, end: Math.min(step, bytes) - 1 }));
    if (readHeader(head, bytes <= step) === 'short') continue;
    const found = deidentify(head, patientOf(granted));
    if (found) return found;
  }
  throw new OkaeriError('file_broken');
}

/** One that is larger nobody opens here either. */
const unpackedMost = 67_108_864;

async function unpackedWhole(vault: Vault, { blobId }: ImagingInstance): Promise<Buffer> {
  try {
    const { head, bytes } = await headUnfolded(await vault.openRead(blobId), unpackedMost);
    if (bytes === head.length) return head;
  } catch (error) {
    if (!(error instanceof NotUnfolded)) throw error;
  }
  throw new OkaeriError('file_broken');
}

const itemBytes = 8;
const item = 0xe000fffe;
const delimiter = 0xe0ddfffe;

/** Where packed pixels end. Behind it there may be signatures, and whatever a maker writes there: none of it is handed on. */
async function endOfPacked(vault: Vault, { blobId, bytes }: ImagingInstance, from: number): Promise<number> {
  let at = from;
  while (at + itemBytes <= bytes) {
    const mark = await buffer(await vault.openRead(blobId, { start: at, end: at + itemBytes - 1 }));
    if (mark.readUInt32LE(0) === delimiter) return at + itemBytes;
    if (mark.readUInt32LE(0) !== item) break;
    at += itemBytes + mark.readUInt32LE(4);
  }
  throw new OkaeriError('file_broken');
}

async function* both(head: Buffer, rest: (() => Promise<Readable>) | null): AsyncGenerator<Uint8Array> {
  yield head;
  if (rest) yield* (await rest()) as AsyncIterable<Uint8Array>;
}
