import { nameIn } from './name-in';

const raw = (bytes: Buffer) => nameIn({ name: bytes.toString('latin1') });

describe('what a file in an archive is called', () => {
  it('is read in the letters of who packed it, without its folders', () => {
    expect(raw(Buffer.from('診療情報/検査結果.pdf'))).toBe('検査結果.pdf');
    // "検査.pdf" in Shift_JIS.
    expect(raw(Buffer.from([0x8c, 0x9f, 0x8d, 0xb8, 0x2e, 0x70, 0x64, 0x66]))).toBe('検査.pdf');
    expect(raw(Buffer.from('Résumé.pdf', 'latin1'))).toBe('Résumé.pdf');
    expect(nameIn({ name: '../../etc/passwd' })).toBe('passwd');
  });
});
