import type { EntryOutcome, UploadWhy } from '@okaeri/contracts';
import type { Header } from './header';
import { packedWhole } from './unfold';

/** What the viewer can read, by UID. */
const readable = new Set([
  ...['1.2.840.10008.1.2', '1.2.840.10008.1.2.1', '1.2.840.10008.1.2.2', packedWhole],
  ...['1.2.840.10008.1.2.4.50', '1.2.840.10008.1.2.4.51', '1.2.840.10008.1.2.4.57', '1.2.840.10008.1.2.4.70'],
  ...['1.2.840.10008.1.2.4.80', '1.2.840.10008.1.2.4.81', '1.2.840.10008.1.2.4.90', '1.2.840.10008.1.2.4.91'],
  ...['1.2.840.10008.1.2.4.201', '1.2.840.10008.1.2.4.202', '1.2.840.10008.1.2.4.203', '1.2.840.10008.1.2.5'],
]);
const plain = new Set(['1.2.840.10008.1.2', '1.2.840.10008.1.2.1', '1.2.840.10008.1.2.2', packedWhole]);
/** MPEG-2, MPEG-4, HEVC and what studios write: one that is played, not pictures one by one. */
const film = /^1\.2\.840\.10008\.1\.2\.(?:4\.10[0-8](?:\.1)?|7\.\d+)$/;
const indexOfDisc = '1.2.840.10008.1.3.10';
const framesMost = 20_000;
/** More points in one picture, and a phone that opens it runs out of memory. */
const pointsMost = 120_000_000;
/** Shorter no packed frame is: its item alone takes so much. */
const frameBytesLeast = 8;

export interface JudgedInstance {
  outcome: EntryOutcome;
  why: UploadWhy | null;
  /** Whether there is a row for it: what does not say whose series it is of lies in its file alone. */
  stored: boolean;
  /** Whether the viewer may open it. */
  shown: boolean;
}

const kept = (why: UploadWhy, stored: boolean): JudgedInstance => ({ outcome: 'kept', why, stored, shown: false });

/** What becomes of a DICOM file, by its header and by how long it really is, unpacked where it is packed as a whole. */
export function judgeInstance(header: Header, bytes: number): JudgedInstance {
  if (header.sopClass === indexOfDisc) return kept('dicomIndex', false);
  if (![header.sopUid, header.studyUid, header.seriesUid].every(isUid)) return kept('dicomUid', false);
  if (!header.pixels || header.rows === 0 || header.columns === 0) return kept('dicomNoImage', true);
  if (film.test(header.transferSyntax)) return kept('dicomFilm', true);
  if (!readable.has(header.transferSyntax)) return kept('dicomCoding', true);
  if (!framesFit(header, bytes)) return kept('dicomFrames', true);
  return { outcome: 'taken', why: null, stored: true, shown: true };
}

/** Some makers write letters and spaces into them; what counts is that the same one comes again. */
const isUid = (uid: string): boolean => /^[\x20-\x7e]{1,64}$/.test(uid);

/** Whoever believes a false number of frames reads behind the end of the file. */
function framesFit({ frames, rows, columns, pointBits, pixels, transferSyntax }: Header, bytes: number): boolean {
  if (!pixels || frames < 1 || frames > framesMost || rows * columns > pointsMost) return false;
  const here = bytes - pixels.at;
  if (pixels.bytes !== null && pixels.bytes > here) return false;
  if (!plain.has(transferSyntax)) return frames * frameBytesLeast <= here;
  // Points of one bit each go on from one frame to the next within a byte.
  return Math.ceil((rows * columns * pointBits * frames) / 8) <= (pixels.bytes ?? here);
}
