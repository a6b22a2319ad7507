import type { DataSet, Element } from 'dicom-parser';
import type { DeidentifiedView, PersonId } from '@okaeri/contracts';
import { uuidOf } from '../import/uuid-of';
import { readText } from './charset';
import { dataSetOf, latin, valueOf } from './header';
import { ruleOf } from './profile';
import type { Rule } from './profile';

/** A picture without what tells whose it is. */
export interface Deidentified {
  rows: DeidentifiedView['rows'];
  burnedIn: DeidentifiedView['burnedIn'];
  /** Everything before the pixels. */
  head: Buffer;
  /** Where in the file the pixels begin, with their element; `null` where there are none. */
  pixels: { at: number; content: number; bytes: number | null } | null;
}

const pixelTag = 'x7fe00010';
const implicit = '1.2.840.10008.1.2';
const bigEndian = '1.2.840.10008.1.2.2';
const method = 'Okaeri, DICOM PS3.15 Basic Profile';
const shownMost = 80;
const longHeads = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV']);
/** Under which no date or count lies: bytes that are shown as such. */
const texts = new Set([
  ...['AE', 'AS', 'CS', 'DA', 'DS', 'DT', 'IS', 'LO', 'LT', 'PN', 'SH', 'ST', 'TM', 'UC', 'UI', 'UR', 'UT'],
]);

/**
 * Pure: the beginning of a file, as far as the pixels, without what tells whose it is. Elements that stay are left byte for byte
 * as they are, and so are the pixels. `null` for what cannot be read so exactly that it could be promised.
 */
export function deidentify(head: Buffer, patientId: PersonId): Deidentified | null {
  const set = dataSetOf(head);
  const syntax = set && latin(set, 'x00020010');
  if (!set || syntax === bigEndian) return null;
  const elements = Object.values(set.elements).sort((a, b) => a.dataOffset - b.dataOffset);
  const sets = latin(set, 'x00080005');
  const rows: Deidentified['rows'] = [];
  const out: Buffer[] = [];
  const meta: Buffer[] = [];
  let [marked, next] = [false, prefix.length];
  for (const element of elements) {
    const isMeta = element.tag.startsWith('x0002');
    const plain = !isMeta && syntax === implicit;
    const into = isMeta ? meta : out;
    if (!marked && element.tag > 'x00120062') {
      out.push(
        written('x00120062', 'CS', 'YES', syntax === implicit),
        written('x00120063', 'LO', method, syntax === implicit),
      );
      marked = true;
    }
    const start = element.dataOffset - headBytes(element, plain);
    const end = element.dataOffset + element.length;
    // What lies between two elements, or twice, would be overlooked.
    if (start !== next) return null;
    if (element.tag === pixelTag) break;
    next = end;
    if (end > head.length) return null;
    // Lengths of groups are true no more, and what was said of it before is said anew.
    if (element.tag.endsWith('0000') || element.tag === 'x00120062' || element.tag === 'x00120063') continue;
    const rule = ruleOf(element.tag, element.items !== undefined);
    if (rule === null) {
      const bytes = Buffer.from(head.subarray(start, end));
      if (element.items) blank(element, bytes, start, false);
      into.push(bytes);
      continue;
    }
    const { row, bytes } = replaced(set, element, rule, { plain, sets, patientId });
    rows.push(row);
    if (bytes) into.push(bytes);
  }
  const burned = latin(set, 'x00280301');
  return {
    rows,
    burnedIn: burned === 'YES' ? 'yes' : burned === 'NO' ? 'no' : 'unknown',
    head: Buffer.concat([prefix, written('x00020000', 'UL', lengthOf(meta), false), ...meta, ...out]),
    pixels: pixelsOf(set, syntax === implicit),
  };
}

const prefix = Buffer.concat([Buffer.alloc(128), Buffer.from('DICM')]);

function lengthOf(parts: readonly Buffer[]): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(parts.reduce((sum, { length }) => sum + length, 0));
  return bytes;
}

function pixelsOf({ elements }: DataSet, plain: boolean): Deidentified['pixels'] {
  const found = elements[pixelTag];
  if (!found) return null;
  const bytes = found.hadUndefinedLength ? null : found.length;
  return { at: found.dataOffset - headBytes(found, plain), content: found.dataOffset, bytes };
}

function headBytes({ vr }: Element, plain: boolean): number {
  return !plain && longHeads.has(vr ?? '') ? 12 : 8;
}

interface Around {
  plain: boolean;
  sets: string;
  patientId: PersonId;
}

function replaced(
  set: DataSet,
  element: Element,
  { action, name }: Rule,
  { plain, sets, patientId }: Around,
): { row: Deidentified['rows'][number]; bytes: Buffer | null } {
  const { tag, vr = '' } = element;
  const shown = `(${tag.slice(1, 5)},${tag.slice(5)})`.toUpperCase();
  const before = beforeOf(set, element, sets);
  const row = { tag: shown, name, before };
  switch (action) {
    case 'X':
      return { row: { ...row, after: null }, bytes: null };
    case 'Z':
      return { row: { ...row, after: '' }, bytes: written(tag, vr, '', plain) };
    case 'U': {
      const after = before
        .split('\\')
        .map((uid) => (uid === '' ? '' : anotherUid(uid, patientId)))
        .join('\\');
      return { row: { ...row, after }, bytes: written(tag, 'UI', after, plain) };
    }
  }
}

/** The same one for the same one, so that pictures of a series stay together; and nobody finds the way back. */
function anotherUid(uid: string, patientId: PersonId): string {
  return `2.25.${BigInt(`0x${uuidOf(`deidentified ${patientId} ${uid}`).replaceAll('-', '')}`)}`;
}

function beforeOf(set: DataSet, element: Element, sets: string): string {
  const { vr, items, length } = element;
  if (items) return `[${items.length}]`;
  const bytes = valueOf(set, element);
  if (vr === undefined || texts.has(vr)) {
    const text = readText(bytes.subarray(0, 1024), sets);
    return vr === 'UI' || text.length <= shownMost ? text : `${text.slice(0, shownMost)}…`;
  }
  return `${length} B`;
}

/** Of items that stay, what tells whose they are is written over where it stands: their lengths stay as they are. */
function blank({ items = [] }: Element, bytes: Buffer, start: number, all: boolean): void {
  for (const inner of items.flatMap(({ dataSet }) => Object.values(dataSet?.elements ?? {}))) {
    const goes = all || ruleOf(inner.tag, false) !== null;
    if (inner.items) blank(inner, bytes, start, goes);
    else if (goes)
      bytes.fill(
        texts.has(inner.vr ?? '') && inner.vr !== 'UI' ? 0x20 : 0,
        inner.dataOffset - start,
        inner.dataOffset + inner.length - start,
      );
  }
}

function written(tag: string, vr: string, value: string | Buffer, plain: boolean): Buffer {
  const text = Buffer.isBuffer(value) ? value : Buffer.from(value, 'latin1');
  const padding = text.length % 2 === 0 ? '' : vr === 'UI' ? '\0' : ' ';
  const content = Buffer.concat([text, Buffer.from(padding)]);
  const long = !plain && longHeads.has(vr);
  const head = Buffer.alloc(long ? 12 : 8);
  head.writeUInt16LE(Number.parseInt(tag.slice(1, 5), 16), 0);
  head.writeUInt16LE(Number.parseInt(tag.slice(5), 16), 2);
  if (plain) head.writeUInt32LE(content.length, 4);
  else {
    head.write(vr, 4, 'latin1');
    if (long) head.writeUInt32LE(content.length, 8);
    else head.writeUInt16LE(content.length, 6);
  }
  return Buffer.concat([head, content]);
}
