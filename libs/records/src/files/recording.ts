import type { RecordingType } from '@okaeri/contracts';

/*
 * What a browser's recorder writes, read as far as to know whether there is sound or a picture in it. Everything is read
 * within bounds: sizes are whatever the sender wrote.
 */

const ebml = Buffer.from([0x1a, 0x45, 0xdf, 0xa3]);

/** Whether the first bytes are those of a recording. */
export const isMedia = (head: Buffer): boolean =>
  head.subarray(0, 4).equals(ebml) || head.toString('latin1', 4, 8) === 'ftyp';

/** What a whole recording is; `null` for one without a track of sound or picture. */
export function recordingType(bytes: Buffer): RecordingType | null {
  const webm = bytes.subarray(0, 4).equals(ebml);
  const tracks = webm ? webmTracks(bytes) : mp4Tracks(bytes);
  if (!tracks.sound && !tracks.picture) return null;
  return `${tracks.picture ? 'video' : 'audio'}/${webm ? 'webm' : 'mp4'}`;
}

interface Tracks {
  sound: boolean;
  picture: boolean;
}

interface Piece {
  id: number;
  from: number;
  to: number;
}

const none: Tracks = { sound: false, picture: false };
/** More pieces than this on one level is no recording of ours. */
const mostPieces = 10_000;

/** A number of EBML: as many bytes as the first one's leading zeros say, with or without that mark. */
function number(bytes: Buffer, at: number, marked: boolean): { value: number; size: number; unknown: boolean } | null {
  const first = bytes[at] ?? 0;
  const size = Math.clz32(first) - 23;
  if (first === 0 || size > (marked ? 4 : 8) || at + size > bytes.length) return null;
  let value = marked ? first : first & (0xff >> size);
  let ones = (first & (0xff >> size)) === 0xff >> size;
  for (let i = 1; i < size; i += 1) {
    const next = bytes[at + i] ?? 0;
    ones &&= next === 0xff;
    value = value * 256 + next;
  }
  return { value, size, unknown: ones };
}

function* elements(bytes: Buffer, from: number, to: number): Generator<Piece> {
  let at = from;
  for (let count = 0; at < to && count < mostPieces; count += 1) {
    const id = number(bytes, at, true);
    const length = id && number(bytes, at + id.size, false);
    if (!id || !length) return;
    const start = at + id.size + length.size;
    // A recorder that goes on until it is stopped does not know how long it will be.
    const end = length.unknown ? to : Math.min(to, start + length.value);
    yield { id: id.value, from: start, to: end };
    at = end;
  }
}

const within = (bytes: Buffer, around: Piece | undefined, id: number): Piece[] =>
  around ? [...elements(bytes, around.from, around.to)].filter((one) => one.id === id) : [];

function webmTracks(bytes: Buffer): Tracks {
  const all: Piece = { id: 0, from: 0, to: bytes.length };
  const [header] = within(bytes, all, 0x1a45dfa3);
  const [docType] = within(bytes, header, 0x4282);
  if (!docType || bytes.toString('latin1', docType.from, docType.to).replace(/\0+$/, '') !== 'webm') return none;
  const [segment] = within(bytes, all, 0x18538067);
  const [tracks] = within(bytes, segment, 0x1654ae6b);
  const kinds = within(bytes, tracks, 0xae).map((entry) => {
    const [kind] = within(bytes, entry, 0x83);
    return kind && bytes[kind.from];
  });
  return { sound: kinds.includes(2), picture: kinds.includes(1) };
}

function* boxes(bytes: Buffer, from: number, to: number): Generator<Piece & { name: string }> {
  let at = from;
  for (let count = 0; at + 8 <= to && count < mostPieces; count += 1) {
    const short = bytes.readUInt32BE(at);
    const long = short === 1;
    if (long && at + 16 > to) return;
    const size = long ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    const head = long ? 16 : 8;
    if (size < head) return;
    const end = Math.min(to, at + size);
    yield { id: 0, name: bytes.toString('latin1', at + 4, at + 8), from: at + head, to: end };
    at = end;
  }
}

const boxesIn = (bytes: Buffer, around: Piece, name: string): Piece[] =>
  [...boxes(bytes, around.from, around.to)].filter((one) => one.name === name);

function mp4Tracks(bytes: Buffer): Tracks {
  const all: Piece = { id: 0, from: 0, to: bytes.length };
  const kinds = boxesIn(bytes, all, 'moov')
    .flatMap((movie) => boxesIn(bytes, movie, 'trak'))
    .flatMap((track) => boxesIn(bytes, track, 'mdia'))
    .flatMap((media) => boxesIn(bytes, media, 'hdlr'))
    .map(({ from }) => bytes.toString('latin1', from + 8, from + 12));
  return { sound: kinds.includes('soun'), picture: kinds.includes('vide') };
}
