import { readText } from './charset';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

describe('a text of DICOM', () => {
  it.each([
    ['plain', bytes('Smith^John'), '', 'Smith^John'],
    ['Latin 1', bytes('Buc^J\xe9r\xf4me'), 'ISO_IR 100', 'Buc^Jérôme'],
    ['Unicode', Buffer.from('Trần^Linh'), 'ISO_IR 192', 'Trần^Linh'],
    ['Chinese', bytes([0xcd, 0xf5]), 'GB18030', '王'],
    // As PS3.5 annex H writes Yamada Tarou, with escapes from one set to the other.
    ['Japanese', bytes('Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B'), '\\ISO 2022 IR 87', 'Yamada^Tarou=山田^太郎'],
    ['Korean', bytes('Hong=\x1b$)C', [0xfb, 0xf3]), '\\ISO 2022 IR 149', 'Hong=洪'],
  ])('is read where it is %s', (_, given, sets, expected) => {
    expect(readText(given, sets)).toBe(expected);
  });

  it('is one line of what can be stored, however it was written', () => {
    expect(readText(bytes('A\0B\r\n\x7f C\u0000'), 'no such set')).toBe('A B C');
    expect(readText(bytes([0xff, 0xfe, 0x41]), 'ISO_IR 192')).toContain('A');
    expect([...readText(Buffer.from('é'.repeat(900)), 'ISO_IR 192')]).toHaveLength(200);
  });
});
