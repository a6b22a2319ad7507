import { crc32, deflateSync } from 'node:zlib';

/*
 * Files as people bring them, and as somebody who means harm would. Pictures are built well enough for a browser to draw
 * the PNG; the JPEG has the build of one and no picture in it.
 */

const ascii = (text: string) => Buffer.from(text, 'latin1');

/** `padding` makes it longer by a chunk that no reader looks at. */
export function png(width = 8, height = 8, padding = 0): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0xb4)]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    ascii('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', head),
    ...(padding > 0 ? [chunk('okAy', Buffer.alloc(padding, 0x41))] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Of exactly so many bytes. */
export const pngOf = (bytes: number): Buffer => png(8, 8, bytes - png(8, 8).length - 12);

export function jpeg(after = ''): Buffer {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0];
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];
  return Buffer.concat([Buffer.from([0xff, 0xd8, ...frame, ...scan, 0xff, 0xd9]), ascii(after)]);
}

export const webp = (): Buffer => {
  const body = Buffer.concat([ascii('WEBPVP8 '), Buffer.from([10, 0, 0, 0]), Buffer.alloc(10)]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
};

export const svg = (): Buffer => ascii('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
export const html = (): Buffer => ascii('<!doctype html><script>alert(1)</script>');

/**
 * Pages with a line of text that a viewer draws, one of them where it is not said; `extra` are objects of its own, after
 * those of the further pages, of which the first has number 6.
 */
export function pdf(
  options: { catalog?: string; trailer?: string; pages?: number; extra?: readonly (string | Buffer)[] } = {},
): Buffer {
  const further = Array.from({ length: (options.pages ?? 1) - 1 }, (_, at) => at + 6);
  const kids = [3, ...further].map((at) => `${at} 0 R`).join(' ');
  const leaf =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>';
  const page = 'BT /F1 24 Tf 40 100 Td (Discharge letter) Tj ET';
  const objects: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ''} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${further.length + 1} >>`,
    leaf,
    packed('', ascii(page)),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...further.map(() => leaf),
    ...(options.extra ?? []),
  ];
  let out = ascii('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  const offsets: number[] = [];
  objects.forEach((object, at) => {
    offsets.push(out.length);
    out = Buffer.concat([
      out,
      ascii(`${at + 1} 0 obj\n`),
      typeof object === 'string' ? ascii(object) : object,
      ascii('\nendobj\n'),
    ]);
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.concat([
    out,
    ascii(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}` +
        `trailer\n<< /Size ${size} /Root 1 0 R ${options.trailer ?? ''} >>\nstartxref\n${out.length}\n%%EOF\n`,
    ),
  ]);
}

/** An object whose stream is packed. */
export function packed(dictionary: string, data: Buffer): Buffer {
  const small = deflateSync(data);
  return Buffer.concat([
    ascii(`<< ${dictionary} /Filter /FlateDecode /Length ${small.length} >>\nstream\n`),
    small,
    ascii('\nendstream'),
  ]);
}

const action = '<< /S /JavaScript /JS (app.alert(1)) >>';
export const scriptedPdf = {
  plain: () => pdf({ catalog: `/OpenAction ${action}` }),
  hexadecimal: () => pdf({ catalog: '/OpenAction << /S /J#61vaScr#69pt /#4a#53 (app.alert(1)) >>' }),
  inObjects: () =>
    pdf({ catalog: '/OpenAction 7 0 R', extra: [packed('/Type /ObjStm /N 1 /First 4', ascii(`7 0 ${action}`))] }),
};

function chunk(kind: string, data: Buffer): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(kind, 4, 'latin1');
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}
