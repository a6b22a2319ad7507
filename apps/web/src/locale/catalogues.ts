import type english from '../../../../libs/words/catalogues/en.json';
import type booking from '../../../../libs/words/catalogues/parts/booking.en.json';
import type clocks from '../../../../libs/words/catalogues/parts/clocks.en.json';
import type door from '../../../../libs/words/catalogues/parts/door.en.json';
import type error from '../../../../libs/words/catalogues/parts/error.en.json';
import type message from '../../../../libs/words/catalogues/parts/message.en.json';
import type pages from '../../../../libs/words/catalogues/parts/pages.en.json';
import type plan from '../../../../libs/words/catalogues/parts/plan.en.json';
import type quality from '../../../../libs/words/catalogues/parts/quality.en.json';
import type reach from '../../../../libs/words/catalogues/parts/reach.en.json';
import type reading from '../../../../libs/words/catalogues/parts/reading.en.json';
import type ready from '../../../../libs/words/catalogues/parts/ready.en.json';
import type records from '../../../../libs/words/catalogues/parts/records.en.json';
import type room from '../../../../libs/words/catalogues/parts/room.en.json';
import type sharing from '../../../../libs/words/catalogues/parts/sharing.en.json';
import type slots from '../../../../libs/words/catalogues/parts/slots.en.json';
import type told from '../../../../libs/words/catalogues/parts/told.en.json';
import type waiting from '../../../../libs/words/catalogues/parts/waiting.en.json';
import type { Locale } from '@okaeri/contracts';

/** A key of the catalogues; one that does not exist does not compile. */
export type WordKey = keyof (typeof english &
  typeof booking &
  typeof clocks &
  typeof door &
  typeof error &
  typeof message &
  typeof pages &
  typeof plan &
  typeof quality &
  typeof reach &
  typeof reading &
  typeof ready &
  typeof records &
  typeof room &
  typeof sharing &
  typeof slots &
  typeof told &
  typeof waiting);
export type Catalogue = Record<string, string>;

/** One file each, with all its parts but those that only a mail says: put together by `words` of vite-plugins. */
const files: Record<Locale, () => Promise<{ default: Catalogue }>> = {
  en: () => import('virtual:words/en.json'),
  ja: () => import('virtual:words/ja.json'),
  vi: () => import('virtual:words/vi.json'),
  fr: () => import('virtual:words/fr.json'),
  zh: () => import('virtual:words/zh.json'),
  ko: () => import('virtual:words/ko.json'),
};
/** The sentences of one language, fetched once. */
export const catalogueOf = once(files);

/** What only some pages say: fetched with them, so that the first page need not carry it. */
const readingFiles: typeof files = {
  en: () => import('virtual:words/reading/en.json'),
  ja: () => import('virtual:words/reading/ja.json'),
  vi: () => import('virtual:words/reading/vi.json'),
  fr: () => import('virtual:words/reading/fr.json'),
  zh: () => import('virtual:words/reading/zh.json'),
  ko: () => import('virtual:words/reading/ko.json'),
};
/** The words of reading a record, in one language, fetched once. */
export const readingWordsOf = once(readingFiles);

function once(from: typeof files): (locale: Locale) => Promise<Catalogue> {
  const loaded = new Map<Locale, Promise<Catalogue>>();
  return (locale) => {
    const known = loaded.get(locale);
    if (known) return known;
    const words = from[locale]().then((file) => file.default);
    // A failed download must not be remembered: the next try may reach the server.
    words.catch(() => loaded.delete(locale));
    loaded.set(locale, words);
    return words;
  };
}
