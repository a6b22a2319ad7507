type Load = () => Promise<string>;

/*
 * What a document may need that does not lie in it: letters of the fourteen fonts that every viewer has, and how Chinese,
 * Japanese and Korean documents number their characters. Each becomes a small script of our own that is fetched when a
 * document asks for it.
 */
const maps = import.meta.glob<string>('../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&inline',
  import: 'default',
});
const fonts = import.meta.glob<string>('../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url&inline',
  import: 'default',
});

const byName = new Map<string, Load>(
  [...Object.entries(maps), ...Object.entries(fonts)].map(([path, load]) => [path.split('/').at(-1) ?? '', load]),
);

/** Handed to pdf.js in place of its own, which would fetch from a folder. */
export class PdfData {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const load = byName.get(filename);
    if (!load) throw new Error('This document needs something that we do not have.');
    const text = (await load()).split(',', 2)[1] ?? '';
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  }
}
