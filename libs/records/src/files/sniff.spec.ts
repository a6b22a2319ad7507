import { html, jpeg, packed, pdf, png, scriptedPdf, svg, webp } from '../../../../test/support/sample-files';
import { judge, mayBecome, typeOf } from './sniff';

const judged = async (bytes: Buffer) => {
  const { state, type, why } = await judge(bytes, false);
  return [state, type?.split('/')[1], why].filter(Boolean).join(' ');
};
const text = (words: string) => Buffer.from(words, 'latin1');

describe('what a file is', () => {
  it.each([
    ['a photograph', jpeg(), 'ready jpeg'],
    ['a photograph with a film behind it', jpeg('ftypmp42 PK and more'), 'ready jpeg'],
    ['a drawing', png(), 'ready png'],
    ['a picture of the web', webp(), 'ready webp'],
    ['a document', pdf(), 'ready pdf'],
    ['a drawing that may run', svg(), 'refused type'],
    ['a page', html(), 'refused type'],
    ['an archive', text('PK\x03\x04'), 'refused type'],
    ['a photograph of another kind', text('\0\0\0\x18ftypheic'), 'refused type'],
    ['nothing', Buffer.alloc(0), 'refused type'],
    ['a document behind something else', text('GIF89a %PDF-1.7'), 'refused type'],
    ['half a photograph', jpeg().subarray(0, 20), 'refused jpeg unreadable'],
    ['half a drawing', png().subarray(0, 60), 'refused png unreadable'],
    ['a drawing that no phone can hold', png(1, 1).fill(0x7f, 16, 24), 'refused png unreadable'],
    ['a photograph with a page behind it', jpeg('<SCRIPT>alert(1)</SCRIPT>'), 'held jpeg script'],
    ['a photograph with a document behind it', jpeg('%PDF-1.7'), 'held jpeg script'],
    ['a photograph with an archive behind it', jpeg('PK\x03\x04'), 'held jpeg script'],
  ])('knows %s', async (_, bytes, is) => {
    expect(await judged(bytes)).toBe(is);
  });

  it('goes by the first bytes, at once', () => {
    expect(typeOf(png().subarray(0, 16))).toBe('image/png');
    expect(typeOf(svg().subarray(0, 16))).toBeNull();
  });

  it('spares the sending of what cannot be shown', () => {
    const shown = ['image/jpeg', 'image/jpg', '', 'application/octet-stream', 'Application/PDF; x=1'];
    expect(shown.map((type) => mayBecome(type, false))).toEqual(Array(5).fill(true));
    const others = ['image/svg+xml', 'text/html', 'video/mp4', 'image/heic'];
    expect(others.map((type) => mayBecome(type, false))).toEqual(Array(4).fill(false));
    expect(['audio/webm;codecs=opus', 'video/mp4'].map((type) => mayBecome(type, true))).toEqual([true, true]);
    expect(['image/png', '', 'audio/mpeg'].map((type) => mayBecome(type, true))).toEqual(Array(3).fill(false));
  });
});

describe('documents that may run', () => {
  it.each(Object.entries(scriptedPdf))('are held: %s', async (_, make) => {
    expect(await judged(make())).toBe('held pdf script');
  });

  it.each([
    ['start a program', pdf({ catalog: '/OpenAction << /S /Launch /F (a.exe) >>' })],
    ['carry another file', pdf({ extra: ['<< /Type /EmbeddedFile >>'] })],
    ['are forms with a program', pdf({ catalog: '/AcroForm << /XFA 6 0 R >>' })],
    ['send what is typed', pdf({ catalog: '/AA << /S /SubmitForm >>' })],
    ['say it in a stream that is none', pdf({ extra: ['stream\n<< /S /JavaScript >>\nendstream'] })],
  ])('are held: those that %s', async (_, bytes) => {
    expect(await judged(bytes)).toBe('held pdf script');
  });

  it('are held where they cannot be looked into', async () => {
    expect(await judged(pdf({ trailer: '/Encrypt 9 0 R' }))).toBe('held pdf encrypted');
    const twice = pdf({ extra: ['<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nabc\nendstream'] });
    expect(await judged(twice)).toBe('held pdf unreadable');
    expect(await judged(pdf().subarray(0, 200))).toBe('held pdf unreadable');
  });

  it('are held where they unfold without end', async () => {
    const bomb = packed('', Buffer.alloc(70 * 1024 * 1024));
    expect(await judged(pdf({ extra: [bomb] }))).toBe('held pdf unreadable');
    // So much is packed first.
  }, 30_000);

  it('are not found in the text of a page', async () => {
    const words = text('BT (Ask for /JS at the desk, or /XFA) Tj ET');
    expect(await judged(pdf({ extra: [packed('', words)] }))).toBe('ready pdf');
  });
});
