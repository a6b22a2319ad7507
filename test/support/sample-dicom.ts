import { crc32, deflateRawSync } from 'node:zlib';

/*
 * Pictures as a scanner writes them, and archives of them: small, of nobody, and with whatever in them that a test wants to be
 * wrong. Explicit little endian, as most are.
 */

const long = new Set(['OB', 'OW', 'SQ', 'UN', 'UT']);
export const explicitLittle = '1.2.840.10008.1.2.1';

/** One element; a text gets the even length that it needs. */
export function element(
  group: number,
  number: number,
  vr: string,
  value: string | number | Buffer,
  length?: number,
): Buffer {
  const content = contentOf(vr, value);
  const head = Buffer.alloc(long.has(vr) ? 12 : 8);
  head.writeUInt16LE(group, 0);
  head.writeUInt16LE(number, 2);
  head.write(vr, 4, 'latin1');
  if (long.has(vr)) head.writeUInt32LE(length ?? content.length, 8);
  else head.writeUInt16LE(length ?? content.length, 6);
  return Buffer.concat([head, content]);
}

function contentOf(vr: string, value: string | number | Buffer): Buffer {
  if (Buffer.isBuffer(value)) return value;
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(vr === 'UL' ? 4 : 2);
    if (vr === 'UL') bytes.writeUInt32LE(value);
    else bytes.writeUInt16LE(value);
    return bytes;
  }
  const bytes = Buffer.from(value, 'utf8');
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.from(vr === 'UI' ? '\0' : ' ')]);
}

export interface SampleDicom {
  uid?: string;
  study?: string;
  series?: string;
  number?: number;
  modality?: string;
  name?: string;
  birthDate?: string;
  frames?: string;
  /** 0: without rows. */
  size?: number;
  window?: [center: string, width: string] | null;
  position?: number | null;
  transferSyntax?: string;
  sopClass?: string;
  preamble?: string;
  /** Instead of a gradient. */
  pixels?: Buffer | null;
  /** Elements of one's own, before group 0020. */
  more?: Buffer[];
}

/** A picture of a gradient from top to bottom, 12 bits deep. */
export function dicom(sample: SampleDicom = {}): Buffer {
  const { number = 1, size = 16, window = ['500', '1000'], position = number * 2.5 } = sample;
  const uid = sample.uid ?? `1.2.826.0.1.3680043.9.9999.1.${number}`;
  const sopClass = sample.sopClass ?? '1.2.840.10008.5.1.4.1.1.2';
  const meta = Buffer.concat([
    element(2, 1, 'OB', Buffer.from([0, 1])),
    element(2, 2, 'UI', sopClass),
    element(2, 3, 'UI', uid),
    element(2, 0x10, 'UI', sample.transferSyntax ?? explicitLittle),
  ]);
  const pixels = sample.pixels === undefined ? gradient(size, number) : sample.pixels;
  return Buffer.concat([
    Buffer.from((sample.preamble ?? '').padEnd(128, '\0'), 'latin1'),
    Buffer.from('DICM'),
    element(2, 0, 'UL', meta.length),
    meta,
    element(8, 5, 'CS', 'ISO_IR 192'),
    element(8, 0x16, 'UI', sopClass),
    element(8, 0x18, 'UI', uid),
    element(8, 0x20, 'DA', '20261002'),
    element(8, 0x60, 'CS', sample.modality ?? 'CT'),
    element(8, 0x80, 'LO', 'Lakeside Clinic'),
    element(8, 0x1030, 'LO', 'Abdomen'),
    element(8, 0x103e, 'LO', 'Portal venous'),
    element(0x10, 0x10, 'PN', sample.name ?? 'Tremblay^Emily'),
    element(0x10, 0x20, 'LO', 'PATIENT-4711'),
    ...(sample.birthDate === undefined ? [] : [element(0x10, 0x30, 'DA', sample.birthDate)]),
    element(0x18, 0x15, 'CS', 'ABDOMEN'),
    ...(sample.more ?? []),
    element(0x20, 0xd, 'UI', sample.study ?? '1.2.826.0.1.3680043.9.9999.10'),
    element(0x20, 0xe, 'UI', sample.series ?? '1.2.826.0.1.3680043.9.9999.11'),
    element(0x20, 0x11, 'IS', '3'),
    element(0x20, 0x13, 'IS', String(number)),
    ...(position === null
      ? []
      : [element(0x20, 0x32, 'DS', `0\\0\\${position}`), element(0x20, 0x37, 'DS', '1\\0\\0\\0\\1\\0')]),
    element(0x28, 2, 'US', 1),
    element(0x28, 4, 'CS', 'MONOCHROME2'),
    ...(sample.frames === undefined ? [] : [element(0x28, 8, 'IS', sample.frames)]),
    ...(size === 0 ? [] : [element(0x28, 0x10, 'US', size), element(0x28, 0x11, 'US', size)]),
    element(0x28, 0x30, 'DS', '0.7\\0.8'),
    element(0x28, 0x100, 'US', 16),
    element(0x28, 0x101, 'US', 12),
    element(0x28, 0x102, 'US', 11),
    element(0x28, 0x103, 'US', 0),
    ...(window ? [element(0x28, 0x1050, 'DS', window[0]), element(0x28, 0x1051, 'DS', window[1])] : []),
    ...(pixels ? [element(0x7fe0, 0x10, 'OW', pixels)] : []),
  ]);
}

function gradient(size: number, number: number): Buffer {
  const pixels = Buffer.alloc(size * size * 2);
  for (let at = 0; at < size * size; at += 1) {
    pixels.writeUInt16LE((Math.floor((Math.floor(at / size) * 1000) / size) + number) & 0xfff, at * 2);
  }
  return pixels;
}

export interface ZipEntry {
  name: string;
  content: Buffer;
  /** What is said of it, where that is not so. */
  says?: { bytes?: number; crc?: number; method?: number; flags?: number; at?: number };
}

/** An archive as most programs write it. */
export function zip(entries: readonly ZipEntry[], stored = false): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, says = {} } of entries) {
    const packed = stored ? content : deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(says.flags ?? 0, 6);
    head.writeUInt16LE(says.method ?? (stored ? 0 : 8), 8);
    head.writeUInt32LE(says.crc ?? crc32(content), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(says.bytes ?? content.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    head.copy(central, 6, 4, 30);
    central.writeUInt32LE(says.at ?? at, 42);
    parts.push(head, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}
