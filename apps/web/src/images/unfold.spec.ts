import { deflateRawSync } from 'node:zlib';
import { parseDicom } from 'dicom-parser';
import { unfolded } from './unfold';

const texts = (kind: string, value: string) =>
  Buffer.from(value.length % 2 ? `${value}${kind === 'UI' ? '\0' : ' '}` : value);
function element(group: number, number: number, kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(group, 0);
  head.writeUInt16LE(number, 2);
  head.write(kind, 4, 'latin1');
  head.writeUInt16LE(body.length, 6);
  return Buffer.concat([head, body]);
}
/** A file whose first group says how the rest is written, and what `rest` makes of two elements. */
function file(syntax: string, rest: (set: Buffer) => Buffer): Uint8Array<ArrayBuffer> {
  const meta = Buffer.concat([
    element(2, 0x10, 'UI', texts('UI', syntax)),
    element(2, 0x13, 'SH', texts('SH', 'MAKER')),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(meta.length);
  const set = Buffer.concat([
    element(0x10, 0x10, 'PN', texts('PN', 'A^B')),
    element(0x20, 0x4000, 'LT', texts('LT', 'x'.repeat(40_000))),
  ]);
  const head = [Buffer.alloc(128), Buffer.from('DICM'), element(2, 0, 'UL', length), meta];
  return Uint8Array.from(Buffer.concat([...head, rest(set)]));
}
const packed = '1.2.840.10008.1.2.1.99';

describe('a file that is packed as a whole', () => {
  it.each([
    ['as it should be', (set: Buffer) => deflateRawSync(set)],
    ['with a byte behind its end', (set: Buffer) => Buffer.concat([deflateRawSync(set), Buffer.alloc(1)])],
  ])('is read as any other: %s', async (_, rest) => {
    const data = parseDicom(await unfolded(file(packed, rest)));
    expect(data.string('x00020010')).toBe('1.2.840.10008.1.2.1');
    expect([data.string('x00020013'), data.string('x00100010')]).toEqual(['MAKER', 'A^B']);
    expect(data.string('x00204000')).toHaveLength(40_000);
  });

  it('is left as it is where it is not packed, and refused where it is not what it says', async () => {
    const plain = file('1.2.840.10008.1.2.1', (set) => set);
    expect(await unfolded(plain)).toBe(plain);
    await expect(unfolded(file(packed, () => Buffer.from('not packed at all')))).rejects.toThrow('cannot be unfolded');
  });
});
