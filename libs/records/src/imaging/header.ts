import { parseDicom } from 'dicom-parser';
import type { DataSet, Element } from 'dicom-parser';
import { readText } from './charset';
import { isPackedWhole } from './unfold';

/** Where the pixels begin; nothing behind it is read. */
const pixels = 'x7fe00010';
export const prefixBytes = 132;
/** Most headers are shorter than the first; what is longer than the second is none. */
export const headSteps = [262_144, 8_388_608] as const;

/** What is read of a file; `null` for what it does not say. */
export interface Header {
  sopClass: string;
  sopUid: string;
  studyUid: string;
  seriesUid: string;
  transferSyntax: string;
  modality: string;
  studyAt: string | null;
  seriesAt: string | null;
  studyDescription: string | null;
  seriesDescription: string | null;
  bodyPart: string | null;
  place: string | null;
  seriesNumber: number | null;
  number: number | null;
  rows: number;
  columns: number;
  frames: number;
  /** Bits of one point, with all its colours. */
  pointBits: number;
  window: { center: number; width: number } | null;
  spacing: { row: number; column: number } | null;
  position: number | null;
  patient: { name: string; birthDate: string | null };
  /** Where the pixels lie; `null` where there are none. `bytes` is `null` for packed ones, whose end is not said. */
  pixels: { at: number; bytes: number | null } | null;
}

/**
 * `short`: the header may go on behind what is here. `packed`: its rest is packed as a whole, and has to be unfolded first.
 * `broken`: it is not made as DICOM is.
 */
export type HeaderFault = 'short' | 'packed' | 'broken';

/** Of what is no DICOM the mark is missing. */
export const isDicom = (head: Buffer): boolean => head.toString('latin1', 128, prefixBytes) === 'DICM';

/** Reads the header from the beginning of a file; `whole` where it is all of it. Throws nothing. */
export function readHeader(head: Buffer, whole: boolean): Header | HeaderFault {
  if (isPackedWhole(head)) return 'packed';
  const set = dataSetOf(head);
  if (!set) return whole ? 'broken' : 'short';
  if (!set.elements[pixels] && !whole) return 'short';
  try {
    return headerOf(set);
  } catch {
    return 'broken';
  }
}

/** All elements before the pixels, as they lie; `null` where it cannot be read so far. */
export function dataSetOf(head: Buffer): DataSet | null {
  try {
    return parseDicom(head, { untilTag: pixels });
  } catch {
    // It throws texts, objects, and where sequences lie too deep in each other the stack runs out.
    return null;
  }
}

function headerOf(set: DataSet): Header {
  const sets = latin(set, 'x00080005');
  const text = (tag: string) => textOf(set, tag, sets);
  const shared = firstItem(set, 'x52009229');
  const perFrame = firstItem(set, 'x52009230');
  const measures = firstItem(shared, 'x00289110') ?? firstItem(perFrame, 'x00289110');
  const voi = firstItem(shared, 'x00289132') ?? firstItem(perFrame, 'x00289132');
  const rows = set.uint16('x00280010') ?? 0;
  const columns = set.uint16('x00280011') ?? 0;
  const found = set.elements[pixels];
  return {
    sopClass: latin(set, 'x00080016'),
    sopUid: latin(set, 'x00080018'),
    studyUid: latin(set, 'x0020000d'),
    seriesUid: latin(set, 'x0020000e'),
    transferSyntax: latin(set, 'x00020010'),
    modality: latin(set, 'x00080060').toUpperCase(),
    studyAt: dateOf(latin(set, 'x00080020')),
    seriesAt: dateOf(latin(set, 'x00080021')) ?? dateOf(latin(set, 'x00080022')),
    studyDescription: text('x00081030'),
    seriesDescription: text('x0008103e'),
    bodyPart: text('x00180015'),
    place: text('x00080080'),
    seriesNumber: integer(latin(set, 'x00200011')),
    number: integer(latin(set, 'x00200013')),
    rows,
    columns,
    frames: found && rows > 0 && columns > 0 ? (integer(latin(set, 'x00280008')) ?? 1) : 0,
    pointBits: samplesOf(set) * (set.uint16('x00280100') ?? 8),
    window: windowOf(set) ?? windowOf(voi),
    spacing: spacingOf(set, 'x00280030') ?? spacingOf(measures, 'x00280030') ?? spacingOf(set, 'x00181164'),
    position: positionOf(set) ?? number(latin(set, 'x00201041')),
    patient: { name: text('x00100010') ?? '', birthDate: dateOf(latin(set, 'x00100030')) },
    pixels: found ? { at: found.dataOffset, bytes: found.hadUndefinedLength ? null : found.length } : null,
  };
}

/** Of each two points some write the colours once. */
function samplesOf(set: DataSet): number {
  const samples = set.uint16('x00280002') ?? 1;
  return samples === 3 && /^YBR_(?:FULL|PARTIAL)_422$/.test(latin(set, 'x00280004')) ? 2 : samples;
}

/** The bytes of a value, as far as they are there. */
export function valueOf(set: DataSet, element: Element): Uint8Array {
  return set.byteArray.subarray(element.dataOffset, element.dataOffset + element.length);
}

/** UIDs, codes, dates and numbers are in plain letters. */
export function latin(set: DataSet | null, tag: string): string {
  const element = set?.elements[tag];
  if (!set || !element || element.length > 4096) return '';
  return Buffer.from(valueOf(set, element)).toString('latin1').replaceAll('\0', ' ').trim();
}

function textOf(set: DataSet, tag: string, sets: string): string | null {
  const element = set.elements[tag];
  return element && element.length > 0 && element.length < 65_536
    ? readText(valueOf(set, element), sets) || null
    : null;
}

function firstItem(set: DataSet | null | undefined, tag: string): DataSet | null {
  return set?.elements[tag]?.items?.[0]?.dataSet ?? null;
}

/** Of several numbers with backslashes between. */
const numbers = (text: string): number[] => text.split('\\').map((each) => number(each) ?? Number.NaN);

function number(text: string): number | null {
  const value = Number.parseFloat(text);
  return /^[\s\d.eE+-]+$/.test(text) && Number.isFinite(value) && Math.abs(value) < 1e12 ? value : null;
}

function integer(text: string): number | null {
  const value = number(text);
  return value !== null && Number.isInteger(value) && Math.abs(value) < 2_147_483_648 ? value : null;
}

/** A width of nothing would show everything black. */
function windowOf(set: DataSet | null): Header['window'] {
  const [center = Number.NaN] = numbers(latin(set, 'x00281050'));
  const [width = Number.NaN] = numbers(latin(set, 'x00281051'));
  return Number.isFinite(center) && width >= 1 ? { center, width } : null;
}

function spacingOf(set: DataSet | null, tag: string): Header['spacing'] {
  const [row = Number.NaN, column = Number.NaN] = numbers(latin(set, tag));
  return row > 0 && column > 0 ? { row, column } : null;
}

/** How far along the normal of its plane the picture lies. */
function positionOf(set: DataSet): number | null {
  const place = numbers(latin(set, 'x00200032'));
  const axes = numbers(latin(set, 'x00200037'));
  if (place.length !== 3 || axes.length !== 6 || [...place, ...axes].some(Number.isNaN)) return null;
  const [rx = 0, ry = 0, rz = 0, cx = 0, cy = 0, cz = 0] = axes;
  const [x = 0, y = 0, z = 0] = place;
  return x * (ry * cz - rz * cy) + y * (rz * cx - rx * cz) + z * (rx * cy - ry * cx);
}

/** `20261002` as `2026-10-02`; older files write `2026.10.02`. */
function dateOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(text) ?? [];
  const [m, d] = [Number(month), Number(day)];
  return year && m >= 1 && m <= 12 && d >= 1 && d <= 31 ? `${year}-${month}-${day}` : null;
}
