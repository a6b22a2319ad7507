/*
 * Texts of DICOM are in the character set that the file names (0008,0005), Japanese ones often in two of them with escapes
 * between. A name that cannot be read is read as Latin 1: letters of another script then look wrong, and nothing breaks.
 */

const decoders: Record<string, string> = {
  'ISO_IR 192': 'utf-8',
  GB18030: 'gb18030',
  GBK: 'gbk',
  'ISO 2022 IR 58': 'gb18030',
  'ISO_IR 13': 'shift_jis',
  'ISO 2022 IR 13': 'shift_jis',
  'ISO 2022 IR 87': 'iso-2022-jp',
  'ISO 2022 IR 159': 'iso-2022-jp',
  'ISO 2022 IR 149': 'euc-kr',
  'ISO_IR 100': 'windows-1252',
  'ISO 2022 IR 100': 'windows-1252',
  'ISO_IR 101': 'iso-8859-2',
  'ISO_IR 109': 'iso-8859-3',
  'ISO_IR 110': 'iso-8859-4',
  'ISO_IR 144': 'iso-8859-5',
  'ISO_IR 127': 'iso-8859-6',
  'ISO_IR 126': 'iso-8859-7',
  'ISO_IR 138': 'iso-8859-8',
  'ISO_IR 148': 'iso-8859-9',
  'ISO_IR 203': 'iso-8859-15',
  'ISO_IR 166': 'windows-874',
};
const longest = 200;
const escape = 0x1b;

/** `sets` as the file writes it: several with backslashes between, the first may be empty. */
export function readText(bytes: Uint8Array, sets: string): string {
  const named = sets.split('\\').map((set) => set.trim());
  const first = decoders[named[0] ?? ''];
  const escaped = named.slice(1).map((set) => decoders[set]);
  // Escapes are of the sets that follow; `iso-2022-jp` knows those of Japanese by itself.
  const wanted = bytes.includes(escape) ? (escaped.find((set) => set !== undefined) ?? first) : first;
  const label = wanted ?? escaped.find((set) => set !== undefined) ?? 'windows-1252';
  return tidy(decoded(label === 'euc-kr' ? withoutEscapes(bytes) : bytes, label));
}

function decoded(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

/** `ESC $ ) C` says that Korean follows, which `euc-kr` sees from the bytes. */
function withoutEscapes(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\x1b$)C', ''), 'latin1');
}

/** One line of what can be shown and stored. */
function tidy(text: string): string {
  const shown = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...shown].slice(0, longest).join('');
}
