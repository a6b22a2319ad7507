import type { FileType } from '@okaeri/contracts';

const longest = 120;
const endings: Record<FileType, readonly string[]> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'audio/webm': ['webm', 'weba'],
  'audio/mp4': ['m4a', 'mp4'],
  'video/webm': ['webm'],
  'video/mp4': ['mp4'],
};

/**
 * A name as it may be shown and offered for saving: one line, no folders, nothing invisible and nothing that turns the
 * direction of writing, by which "gpj.exe" would read as "exe.jpg".
 */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const shown = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return shortened(shown) || 'file';
}

/** The same with the ending that fits what the file is, whatever it was called. */
export function nameAs(name: string, type: FileType): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  if (ending && endings[type].includes(ending)) return name;
  const [fitting] = endings[type];
  return `${[...name].slice(0, longest - 6).join('')}.${fitting}`;
}

/** Pictures and recordings are shown where they are led to, documents saved. */
export const dispositionOf = (name: string, type: FileType): string =>
  disposition(type === 'application/pdf' ? 'attachment' : 'inline', name);

/** Of what a browser saves, whatever it is. */
export const savedAs = (name: string): string => disposition('attachment', name);

/** `filename` for old readers, `filename*` for all others (RFC 6266). */
function disposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** Its ending stays. Counted in letters, so that none is cut in two. */
function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= longest) return name;
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '';
  return letters.slice(0, longest - ending.length).join('') + ending;
}
