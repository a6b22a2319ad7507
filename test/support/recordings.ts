/* Recordings as a browser's recorder begins them: headers and tracks, with nothing to be heard in them. */

const ascii = (text: string) => Buffer.from(text, 'latin1');
const bytes = (...values: number[]) => Buffer.from(values);

type Kind = 'audio' | 'video';
const kindsOf = (kind: Kind) => (kind === 'video' ? (['video', 'audio'] as const) : (['audio'] as const));

function element(id: readonly number[], content: Buffer, unknown = false): Buffer {
  const size = bytes(0x10 | (content.length >> 24), content.length >> 16, content.length >> 8, content.length);
  return Buffer.concat([bytes(...id), unknown ? bytes(0x01, 255, 255, 255, 255, 255, 255, 255) : size, content]);
}

/** As MediaRecorder of Chromium writes it: a segment whose length is not known. */
export function webm(kind: Kind, options: { docType?: string; tracks?: boolean; padding?: number } = {}): Buffer {
  const { docType = 'webm', tracks = true, padding = 0 } = options;
  const entries = kindsOf(kind).map((one) =>
    element([0xae], Buffer.concat([element([0xd7], bytes(1)), element([0x83], bytes(one === 'video' ? 1 : 2))])),
  );
  const segment = [
    element([0x15, 0x49, 0xa9, 0x66], element([0x4d, 0x80], ascii('Chrome'))),
    ...(tracks ? [element([0x16, 0x54, 0xae, 0x6b], Buffer.concat(entries))] : []),
    element([0x1f, 0x43, 0xb6, 0x75], Buffer.alloc(64 + padding, 0x81)),
  ];
  return Buffer.concat([
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], ascii(docType))),
    element([0x18, 0x53, 0x80, 0x67], Buffer.concat(segment), true),
  ]);
}

function box(name: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + content.length);
  return Buffer.concat([size, ascii(name), content]);
}

/** As MediaRecorder of Safari writes it. */
export function mp4(kind: Kind): Buffer {
  const track = (one: Kind) =>
    box('trak', box('mdia', box('hdlr', Buffer.concat([Buffer.alloc(8), ascii(one === 'video' ? 'vide' : 'soun')]))));
  return Buffer.concat([
    box('ftyp', ascii('iso5\0\0\0\0iso5hlsf')),
    box('moov', Buffer.concat(kindsOf(kind).map(track))),
    box('mdat', Buffer.alloc(64)),
  ]);
}
