import { crc32 } from 'node:zlib';

/*
 * Pictures of somebody who never was, as a scanner writes them: a body with two lungs, a spine and something round that is in
 * another place in each slice. Explicit little endian, without compression.
 */

const text = (value: string, pad = ' ') => Buffer.from(value.length % 2 ? value + pad : value, 'latin1');
const long = new Set(['OB', 'OW', 'SQ', 'UN']);

function element(group: number, number: number, kind: string, value: string | Buffer): Buffer {
  const body = typeof value === 'string' ? text(value, kind === 'UI' ? '\0' : ' ') : value;
  const head = Buffer.alloc(long.has(kind) ? 12 : 8);
  head.writeUInt16LE(group, 0);
  head.writeUInt16LE(number, 2);
  head.write(kind, 4, 'latin1');
  if (long.has(kind)) head.writeUInt32LE(body.length, 8);
  else head.writeUInt16LE(body.length, 6);
  return Buffer.concat([head, body]);
}

const short = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

export interface SliceOptions {
  /** From 1. */
  number: number;
  of: number;
  /** Rows and columns. */
  side?: number;
  /** Millimetres from point to point. */
  spacing?: number;
  /** As the file says it; a width of nothing is what some write. */
  window?: { center: number; width: number };
  person?: { name: string; birthDate: string };
  /** Ends the UIDs, so that there can be several series. */
  series?: number;
}

export const ctRoot = '1.2.826.0.1.3680043.10.1.77';

/** A slice of a CT of the chest. */
export function ctSlice(options: SliceOptions): Buffer {
  const { number, of, side = 128, spacing = 0.8, series = 1 } = options;
  const { window = { center: 0, width: 0 }, person = { name: 'TREMBLAY^EMILY', birthDate: '19840312' } } = options;
  const instance = `${ctRoot}.${series}.${number}`;
  const ct = '1.2.840.10008.5.1.4.1.1.2';
  const meta = Buffer.concat([
    element(2, 1, 'OB', Buffer.from([0, 1])),
    element(2, 2, 'UI', ct),
    element(2, 3, 'UI', instance),
    element(2, 0x10, 'UI', '1.2.840.10008.1.2.1'),
    element(2, 0x12, 'UI', `${ctRoot}.99`),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(meta.length);
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    element(2, 0, 'UL', length),
    meta,
    element(8, 0x16, 'UI', ct),
    element(8, 0x18, 'UI', instance),
    element(8, 0x20, 'DA', '20261002'),
    element(8, 0x60, 'CS', 'CT'),
    element(8, 0x80, 'LO', 'Osaka Bay Clinic'),
    element(8, 0x1030, 'LO', 'CT chest'),
    element(8, 0x103e, 'LO', 'Chest, venous'),
    element(0x10, 0x10, 'PN', person.name),
    element(0x10, 0x20, 'LO', 'OB-4711'),
    element(0x10, 0x30, 'DA', person.birthDate),
    element(0x18, 0x50, 'DS', '5'),
    element(0x20, 0xd, 'UI', `${ctRoot}.0`),
    element(0x20, 0xe, 'UI', `${ctRoot}.${series}`),
    element(0x20, 0x11, 'IS', String(series)),
    element(0x20, 0x13, 'IS', String(number)),
    element(0x20, 0x32, 'DS', `-60\\-60\\${number * 5}`),
    element(0x20, 0x37, 'DS', '1\\0\\0\\0\\1\\0'),
    element(0x28, 2, 'US', short(1)),
    element(0x28, 4, 'CS', 'MONOCHROME2'),
    element(0x28, 0x10, 'US', short(side)),
    element(0x28, 0x11, 'US', short(side)),
    element(0x28, 0x30, 'DS', `${spacing}\\${spacing}`),
    element(0x28, 0x100, 'US', short(16)),
    element(0x28, 0x101, 'US', short(12)),
    element(0x28, 0x102, 'US', short(11)),
    element(0x28, 0x103, 'US', short(0)),
    element(0x28, 0x1050, 'DS', String(window.center)),
    element(0x28, 0x1051, 'DS', String(window.width)),
    element(0x28, 0x1052, 'DS', '-1024'),
    element(0x28, 0x1053, 'DS', '1'),
    element(0x7fe0, 0x10, 'OW', chest(side, number / of)),
  ]);
}

/** In Hounsfield units plus 1024. */
function chest(side: number, share: number): Buffer {
  const points = Buffer.alloc(side * side * 2);
  const inside = (x: number, y: number, atX: number, atY: number, wide: number, high: number) =>
    ((x - atX) / wide) ** 2 + ((y - atY) / high) ** 2 < 1;
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const [x, y] = [(column / side) * 2 - 1, (row / side) * 2 - 1];
      let units = -1000;
      if (inside(x, y, 0, 0, 0.92, 0.72)) units = 40 + ((row * 7 + column * 13) % 24);
      if (inside(x, y, -0.42, -0.05, 0.3, 0.48) || inside(x, y, 0.42, -0.05, 0.3, 0.48)) units = -820;
      if (inside(x, y, 0, 0.5, 0.14, 0.14)) units = 650;
      if (inside(x, y, -0.6 + 1.2 * share, -0.1, 0.1, 0.1)) units = 120;
      points.writeUInt16LE(units + 1024, (row * side + column) * 2);
    }
  }
  return points;
}

/** Files in a zip, as they are. */
export function zipOf(files: readonly { name: string; bytes: Buffer }[]): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const path = Buffer.from(name);
    const said = Buffer.alloc(26);
    said.writeUInt16LE(20, 0);
    said.writeUInt32LE(crc32(bytes), 10);
    said.writeUInt32LE(bytes.length, 14);
    said.writeUInt32LE(bytes.length, 18);
    said.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), said, path, bytes]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), said, rest, path]));
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** A CT of the chest on a disc. */
export function ctZip(count = 24, side = 160): Buffer {
  const slices = Array.from({ length: count }, (_, at) => ({
    name: `DICOM/S1/IM${String(at + 1).padStart(4, '0')}`,
    bytes: ctSlice({ number: at + 1, of: count, side }),
  }));
  return zipOf([{ name: 'README.TXT', bytes: Buffer.from('A viewer for this disc.') }, ...slices]);
}
