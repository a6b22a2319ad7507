import type english from '../../../../libs/words/catalogues/en.json';
import type { Locale } from '@okaeri/contracts';

/** A key of the catalogues; one that does not exist does not compile. */
export type WordKey = keyof typeof english;
export type Catalogue = Record<string, string>;

const files = import.meta.glob<Catalogue>('../../../../libs/words/catalogues/*.json', { import: 'default' });
const loaded = new Map<Locale, Promise<Catalogue>>();

/** The sentences of one language, fetched once. */
export function catalogueOf(locale: Locale): Promise<Catalogue> {
  const known = loaded.get(locale);
  if (known) return known;
  const load = files[`../../../../libs/words/catalogues/${locale}.json`];
  const words = load ? load() : Promise.resolve({});
  // A failed download must not be remembered: the next try may reach the server.
  words.catch(() => loaded.delete(locale));
  loaded.set(locale, words);
  return words;
}
