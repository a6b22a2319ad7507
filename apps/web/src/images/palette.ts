import type { DataSet } from 'dicom-parser';

/*
 * Pictures whose values are the numbers of colours in a table of their own (PALETTE COLOR, PS3.3 C.7.6.3.1.5), as old ultrasound
 * and nuclear medicine write them.
 */

/** The colours from the value `first` on, three bytes each. What lies before and behind has the first and the last one. */
export interface Palette {
  first: number;
  colours: Uint8Array;
}

const parts = ['1', '2', '3'] as const;
const entriesMost = 65_536;

/** `null` where the tables are missing, or written in segments, which none of the makers that we know do. */
export function paletteOf(data: DataSet, signed: boolean, big: boolean): Palette | null {
  const tables: number[][] = [];
  let [first, count] = [0, 0];
  for (const part of parts) {
    const descriptor = `x0028110${part}`;
    const entries = data.elements[`x0028120${part}`];
    const said = data.uint16(descriptor, 0);
    if (!entries || said === undefined) return null;
    count = said === 0 ? entriesMost : said;
    first = (signed ? data.int16(descriptor, 1) : data.uint16(descriptor, 1)) ?? 0;
    const bytes = data.byteArray.subarray(entries.dataOffset, entries.dataOffset + entries.length) as Uint8Array;
    const table = tableOf(bytes, count, big);
    if (!table) return null;
    tables.push(table);
  }
  return { first, colours: coloursOf(tables, count) };
}

/** Entries of two bytes each, or of one where there is no room for two. */
export function tableOf(bytes: Uint8Array, count: number, big: boolean): number[] | null {
  if (bytes.length >= count * 2) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Array.from({ length: count }, (_, at) => view.getUint16(at * 2, !big));
  }
  if (bytes.length < count) return null;
  // They lie two by two in words, whose bytes are the other way round there.
  return Array.from({ length: count }, (_, at) => bytes[big ? at ^ 1 : at] ?? 0);
}

/** By their values, not by the depth that is said: some say 16 bits and write 8, and would be black. */
export function coloursOf(tables: readonly (readonly number[])[], count: number): Uint8Array {
  const greatest = tables.reduce((most, table) => table.reduce((a, b) => Math.max(a, b), most), 0);
  const down = greatest > 255 ? 8 : 0;
  const colours = new Uint8Array(count * 3);
  for (let at = 0; at < count; at += 1)
    tables.forEach((table, part) => {
      colours[at * 3 + part] = (table[at] ?? 0) >> down;
    });
  return colours;
}

/** Three bytes a point. */
export function coloured(values: ArrayLike<number>, { first, colours }: Palette): Uint8Array {
  const last = colours.length / 3 - 1;
  const found = new Uint8Array(values.length * 3);
  for (let at = 0; at < values.length; at += 1) {
    const entry = Math.min(last, Math.max(0, (values[at] ?? 0) - first)) * 3;
    found.set(colours.subarray(entry, entry + 3), at * 3);
  }
  return found;
}
