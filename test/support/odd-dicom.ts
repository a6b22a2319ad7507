import { deflateRawSync } from 'node:zlib';

/*
 * Pictures in the ways that few makers write them. Each is of four fields, upper left to lower right, whose values are known, so
 * that it can be asked what of them is drawn; in the second frame the fields have moved on by one.
 */

export type Rgb = readonly [red: number, green: number, blue: number];

export interface OddPicture {
  name: string;
  file: Buffer;
  /** Of each frame, what is to be seen in its four fields. */
  fields: readonly (readonly Rgb[])[];
}

export const oddSize = { rows: 24, columns: 32 } as const;
const root = '1.2.826.0.1.3680043.10.1.88';
const syntaxes = {
  ...{ little: '1.2.840.10008.1.2.1', big: '1.2.840.10008.1.2.2', deflated: '1.2.840.10008.1.2.1.99' },
  ...{ runs: '1.2.840.10008.1.2.5', film: '1.2.840.10008.1.2.4.102' },
} as const;
const long = new Set(['OB', 'OW', 'UN']);

/** Writes elements with either byte first. */
function writer(big: boolean) {
  const short = (value: number) => {
    const bytes = Buffer.alloc(2);
    if (big) bytes.writeUInt16BE(value & 0xffff);
    else bytes.writeUInt16LE(value & 0xffff);
    return bytes;
  };
  const wide = (value: number) => {
    const bytes = Buffer.alloc(4);
    if (big) bytes.writeUInt32BE(value >>> 0);
    else bytes.writeUInt32LE(value >>> 0);
    return bytes;
  };
  const element = (group: number, number: number, kind: string, value: string | number[] | Buffer, open = false) => {
    const text = typeof value === 'string' ? Buffer.from(value, 'latin1') : null;
    const pad = Buffer.from(kind === 'UI' ? '\0' : ' ');
    const plain = text ?? (Buffer.isBuffer(value) ? value : Buffer.concat((value as number[]).map(short)));
    const body = plain.length % 2 ? Buffer.concat([plain, text ? pad : Buffer.alloc(1)]) : plain;
    const length = open ? wide(0xffffffff) : long.has(kind) ? wide(body.length) : short(body.length);
    const reserved = long.has(kind) ? [Buffer.alloc(2)] : [];
    return Buffer.concat([short(group), short(number), Buffer.from(kind), ...reserved, length, body]);
  };
  return { element, short, wide };
}

interface Kind {
  name: string;
  syntax: keyof typeof syntaxes;
  modality?: string;
  photometric: string;
  samples?: number;
  bits: 8 | 16;
  signed?: boolean;
  /** What is written in each field: a number, or as many as there are samples. */
  values: readonly (readonly number[])[];
  /** What is seen of them. */
  seen: readonly Rgb[];
  window?: readonly [center: string, width: string];
  padding?: number;
  planar?: boolean;
  /** Red, green and blue of its entries, sixteen bits each. */
  palette?: readonly (readonly number[])[];
}

const grey = (value: number): Rgb => [value, value, value];
const greys = [0, 51, 153, 255].map(grey);
const colours: readonly Rgb[] = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [128, 128, 128],
];
const unsigned = { values: [[0], [200], [600], [1000]], seen: greys, window: ['500', '1000'] } as const;
const below = { signed: true, values: [[-400], [-200], [200], [600]], seen: greys, window: ['100', '1000'] } as const;
const table = { values: [[3], [4], [5], [6]], seen: colours, palette: colours } as const;
const byColours = { samples: 3, values: colours, seen: colours } as const;

const kinds: readonly Kind[] = [
  { name: 'packed as a whole', syntax: 'deflated', photometric: 'MONOCHROME2', bits: 16, ...unsigned },
  { name: 'with the higher byte first', syntax: 'big', photometric: 'MONOCHROME2', bits: 16, ...below },
  { name: 'by a palette of bytes', syntax: 'little', modality: 'US', photometric: 'PALETTE COLOR', bits: 8, ...table },
  { name: 'by a palette, higher byte first', syntax: 'big', photometric: 'PALETTE COLOR', bits: 16, ...table },
  {
    ...{ name: 'with half of its colours', syntax: 'little', modality: 'US', photometric: 'YBR_FULL_422', bits: 8 },
    ...{
      samples: 3,
      values: [
        [76, 85, 255],
        [50, 128, 128],
        [150, 44, 21],
        [200, 128, 128],
      ],
    },
    seen: [[254, 0, 0], grey(50), [0, 255, 1], grey(200)],
  },
  {
    ...{
      name: 'with points of nothing, as it is',
      syntax: 'little',
      photometric: 'MONOCHROME2',
      bits: 16,
      signed: true,
    },
    ...{ values: [[-2000], [100], [500], [900]], padding: -2000, seen: [grey(0), grey(0), grey(128), grey(255)] },
  },
  {
    ...{ name: 'with points of nothing, turned round', syntax: 'little', photometric: 'MONOCHROME1', bits: 16 },
    ...{ signed: true, values: [[-2000], [100], [500], [900]], padding: -2000 },
    seen: [grey(0), grey(255), grey(128), grey(0)],
  },
  { name: 'in runs of greys', syntax: 'runs', photometric: 'MONOCHROME2', bits: 16, ...below },
  { name: 'in runs of colours', syntax: 'runs', modality: 'US', photometric: 'RGB', bits: 8, ...byColours },
  { name: 'in planes of colours', syntax: 'little', photometric: 'RGB', bits: 8, planar: true, ...byColours },
];

/** In which of the four fields a point lies. */
const fieldOf = (at: number, frame: number) => {
  const [row, column] = [Math.floor(at / oddSize.columns), at % oddSize.columns];
  return (Number(row >= oddSize.rows / 2) * 2 + Number(column >= oddSize.columns / 2) + frame) % 4;
};
const points = oddSize.rows * oddSize.columns;
const frames = 2;

/** The numbers of a frame in the order in which they are written. */
function numbersOf({ values, photometric, planar, samples = 1 }: Kind, frame: number): number[] {
  const all = Array.from({ length: points }, (_, at) => values[fieldOf(at, frame)] ?? []);
  if (photometric === 'YBR_FULL_422')
    return all.flatMap((value, at) =>
      at % 2 ? [] : [value[0] ?? 0, all[at + 1]?.[0] ?? 0, value[1] ?? 0, value[2] ?? 0],
    );
  if (planar) return Array.from({ length: samples }, (_, part) => all.map((value) => value[part] ?? 0)).flat();
  return all.flat();
}

const isPacked = ({ syntax }: Kind) => syntax === 'runs' || syntax === 'film';

function framesOf(kind: Kind): Buffer {
  const { short, wide } = writer(kind.syntax === 'big');
  const all = Array.from({ length: frames }, (_, frame) => numbersOf(kind, frame));
  if (isPacked(kind)) {
    const item = (bytes: Buffer) => Buffer.concat([short(0xfffe), short(0xe000), wide(bytes.length), bytes]);
    const packed = all.map((numbers) => item(kind.syntax === 'runs' ? inRuns(numbers, kind) : Buffer.alloc(64, 0x47)));
    return Buffer.concat([item(Buffer.alloc(0)), ...packed, short(0xfffe), short(0xe0dd), wide(0)]);
  }
  return kind.bits === 8 ? Buffer.from(all.flat()) : Buffer.concat(all.flat().map(short));
}

/** PS3.5 annex G: a row for each byte of each sample, the highest first. */
function inRuns(numbers: readonly number[], { samples = 1, bits }: Kind): Buffer {
  const rows: Buffer[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    for (let shift = bits - 8; shift >= 0; shift -= 8) {
      const row = Array.from({ length: points }, (_, at) => ((numbers[at * samples + sample] ?? 0) >> shift) & 0xff);
      const runs: number[] = [];
      // A row of the picture is two runs: one for each of the fields it goes through, and the second one point by point.
      for (let at = 0; at < points; at += 16) {
        const part = row.slice(at, at + 16);
        if (at % 32 === 0) runs.push(257 - 16, part[0] ?? 0);
        else runs.push(15, ...part);
      }
      rows.push(Buffer.from(runs.length % 2 ? [...runs, 0x80] : runs));
    }
  }
  const head = Buffer.alloc(64);
  head.writeUInt32LE(rows.length, 0);
  rows.reduce((at, row, nth) => {
    head.writeUInt32LE(at, 4 + nth * 4);
    return at + row.length;
  }, 64);
  return Buffer.concat([head, ...rows]);
}

function fileOf(kind: Kind, series: number): Buffer {
  const { syntax, modality = 'CT', photometric, samples = 1, bits, signed = false } = kind;
  const meta = writer(false);
  const { element } = writer(syntax === 'big');
  const uid = `${root}.${series}.1`;
  const sopClass = '1.2.840.10008.5.1.4.1.1.7.3';
  const group = Buffer.concat([
    meta.element(2, 1, 'OB', Buffer.from([0, 1])),
    meta.element(2, 2, 'UI', sopClass),
    meta.element(2, 3, 'UI', uid),
    meta.element(2, 0x10, 'UI', syntaxes[syntax]),
    meta.element(2, 0x12, 'UI', `${root}.99`),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(group.length);
  const palette = [0, 1, 2].map((part) => (kind.palette ?? []).map((entry) => (entry[part] ?? 0) * 257));
  const set = Buffer.concat([
    element(8, 0x16, 'UI', sopClass),
    element(8, 0x18, 'UI', uid),
    element(8, 0x20, 'DA', '20261003'),
    element(8, 0x60, 'CS', modality),
    element(8, 0x1030, 'LO', 'Odd pictures'),
    element(8, 0x103e, 'LO', kind.name),
    element(0x10, 0x10, 'PN', 'TREMBLAY^EMILY'),
    element(0x20, 0xd, 'UI', `${root}.0`),
    element(0x20, 0xe, 'UI', `${root}.${series}`),
    element(0x20, 0x11, 'IS', String(series)),
    element(0x20, 0x13, 'IS', '1'),
    element(0x28, 2, 'US', [samples]),
    element(0x28, 4, 'CS', photometric),
    ...(samples > 1 ? [element(0x28, 6, 'US', [Number(kind.planar ?? false)])] : []),
    element(0x28, 8, 'IS', String(frames)),
    element(0x28, 0x10, 'US', [oddSize.rows]),
    element(0x28, 0x11, 'US', [oddSize.columns]),
    element(0x28, 0x100, 'US', [bits]),
    element(0x28, 0x101, 'US', [bits]),
    element(0x28, 0x102, 'US', [bits - 1]),
    element(0x28, 0x103, 'US', [Number(signed)]),
    ...(kind.padding === undefined ? [] : [element(0x28, 0x120, signed ? 'SS' : 'US', [kind.padding])]),
    ...(kind.window ? [element(0x28, 0x1050, 'DS', kind.window[0]), element(0x28, 0x1051, 'DS', kind.window[1])] : []),
    ...(kind.palette ? palette.map((_, part) => element(0x28, 0x1101 + part, 'US', [4, 3, 16])) : []),
    ...(kind.palette ? palette.map((entries, part) => element(0x28, 0x1201 + part, 'OW', entries)) : []),
    element(0x7fe0, 0x10, bits === 8 || isPacked(kind) ? 'OB' : 'OW', framesOf(kind), isPacked(kind)),
  ]);
  // An end that is not even gets a byte more, as the standard has it: the reader must not stumble over it.
  const deflated = () => Buffer.concat([deflateRawSync(set), Buffer.alloc(1)]);
  return Buffer.concat([
    ...[Buffer.alloc(128), Buffer.from('DICM'), meta.element(2, 0, 'UL', length), group],
    syntax === 'deflated' ? deflated() : set,
  ]);
}

/** Each in a series of its own, in the order of their names here. */
export function oddPictures(): OddPicture[] {
  return kinds.map((kind, at) => ({
    name: kind.name,
    file: fileOf(kind, at + 1),
    fields: Array.from({ length: frames }, (_, frame) =>
      [0, 1, 2, 3].map((field) => kind.seen[(field + frame) % 4] ?? grey(0)),
    ),
  }));
}

/** One that is played, as an endoscope writes it: nobody here looks into what it is made of. */
export function film(): Buffer {
  const kind = { name: 'a film', syntax: 'film', modality: 'ES', photometric: 'YBR_PARTIAL_420', samples: 3 } as const;
  return fileOf({ ...kind, bits: 8, values: [], seen: [] }, 90);
}
