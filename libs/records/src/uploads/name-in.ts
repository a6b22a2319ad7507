import { cleanName } from '../files/file-names';
import type { Entry } from './zip';

/*
 * What a file in an archive is called. Programs of our days write UTF-8; those of Japanese offices write Shift_JIS and say nothing of
 * it, which bytes that are no UTF-8 mostly are then.
 */
const encodings = ['utf-8', 'shift_jis', 'windows-1252'] as const;
/** An accent between letters could be the first half of a sign; a word of Japanese has more than one behind the other. */
const several = /[\u0080-\u00ff]{2}/;

export function nameIn({ name }: Pick<Entry, 'name'>): string {
  const bytes = Buffer.from(name, 'latin1');
  for (const encoding of encodings) {
    if (encoding === 'shift_jis' && !several.test(name)) continue;
    try {
      return cleanName(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    } catch {
      // The next one, then; the last one reads everything.
    }
  }
  return cleanName(name);
}
