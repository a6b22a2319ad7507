import { openSegment, sealSegment, sealedBytes, segmentBytes } from './segments';

/** So many segments are written, and read, at once. */
const batchSegments = 16;
export const batchBytes = batchSegments * sealedBytes;

/**
 * Seals what comes, from a segment on whose beginning is `head`. The buffer that it yields is filled anew for the next: it
 * has to be written before more is asked for. With `whole`, the last segment says that it is the last.
 */
export async function* sealing(
  key: Buffer,
  source: AsyncIterable<Uint8Array>,
  { segment: first, head, whole }: { segment: number; head: Buffer; whole: boolean },
): AsyncGenerator<Buffer> {
  const batch = Buffer.allocUnsafe(batchBytes);
  const plain = Buffer.allocUnsafe(segmentBytes);
  plain.set(head);
  let [segment, filled, at] = [first, head.length, 0];
  for await (const chunk of source) {
    for (let from = 0; from < chunk.length;) {
      // Not before more has come: it could have been the last.
      if (filled === segmentBytes) {
        at = sealSegment(key, plain, { segment, last: false }, batch, at);
        [segment, filled] = [segment + 1, 0];
        if (at === batch.length) {
          yield batch;
          at = 0;
        }
      }
      const taken = Math.min(chunk.length - from, segmentBytes - filled);
      plain.set(chunk.subarray(from, from + taken), filled);
      filled += taken;
      from += taken;
    }
  }
  if (filled > 0 || whole) at = sealSegment(key, plain.subarray(0, filled), { segment, last: whole }, batch, at);
  if (at > 0) yield batch.subarray(0, at);
}

/** How the end of what is read is told: `last` for a whole blob, `open` while it is coming; then it may be either. */
export type End = 'last' | 'open';

/** Opens segments in the order in which they lie, the first of them being `segment` and the last of the blob `final`. */
export async function* opening(
  key: Buffer,
  source: AsyncIterable<Uint8Array>,
  { segment: first, final, end }: { segment: number; final: number; end: End },
  damaged: () => Error,
): AsyncGenerator<Buffer> {
  let segment = first;
  const one = (sealed: Uint8Array): Buffer => {
    const atEnd = segment === final;
    const plain =
      openSegment(key, sealed, { segment, last: atEnd && end === 'last' }) ??
      (atEnd && end === 'open' ? openSegment(key, sealed, { segment, last: true }) : null);
    if (!plain) throw damaged();
    segment += 1;
    return plain;
  };
  const rest = Buffer.allocUnsafe(sealedBytes);
  let held = 0;
  for await (const chunk of source) {
    let from = 0;
    while (from < chunk.length) {
      if (held === 0 && chunk.length - from >= sealedBytes) {
        yield one(chunk.subarray(from, from + sealedBytes));
        from += sealedBytes;
        continue;
      }
      const taken = Math.min(chunk.length - from, sealedBytes - held);
      rest.set(chunk.subarray(from, from + taken), held);
      held += taken;
      from += taken;
      if (held === sealedBytes) {
        held = 0;
        yield one(rest);
      }
    }
  }
  if (held > 0) yield one(rest.subarray(0, held));
}

/** Without what lies before `skip`, and `take` bytes of it. */
export async function* within(source: AsyncIterable<Buffer>, skip: number, take: number): AsyncGenerator<Buffer> {
  let [before, left] = [skip, take];
  for await (const chunk of source) {
    const part = chunk.subarray(before, before + left);
    before = Math.max(0, before - chunk.length);
    left -= part.length;
    if (part.length > 0) yield part;
  }
}

/** No more than `limit`; counts what came. */
export function counted(source: AsyncIterable<Uint8Array>, limit: number, tooLong: () => Error) {
  const count = { bytes: 0 };
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      count.bytes += chunk.length;
      if (count.bytes > limit) throw tooLong();
      yield chunk;
    }
  }
  return { count, bytes: bytes() };
}
