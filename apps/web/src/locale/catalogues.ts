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

type File = () => Promise<{ default: Catalogue }>;

/** Put together by `words` of vite-plugins: what the first page says, and all else. */
const files: Record<Locale, readonly [first: File, later: File]> = {
  en: [() => import('virtual:words/en.json'), () => import('virtual:words/en/later.json')],
  ja: [() => import('virtual:words/ja.json'), () => import('virtual:words/ja/later.json')],
  vi: [() => import('virtual:words/vi.json'), () => import('virtual:words/vi/later.json')],
  fr: [() => import('virtual:words/fr.json'), () => import('virtual:words/fr/later.json')],
  zh: [() => import('virtual:words/zh.json'), () => import('virtual:words/zh/later.json')],
  ko: [() => import('virtual:words/ko.json'), () => import('virtual:words/ko/later.json')],
};
const loaded = new Map<File, Promise<Catalogue>>();

/** Fetched once. */
function wordsOf(file: File): Promise<Catalogue> {
  const known = loaded.get(file);
  if (known) return known;
  const words = file().then((module) => module.default);
  // A failed download must not be remembered: the next try may reach the server.
  words.catch(() => loaded.delete(file));
  loaded.set(file, words);
  return words;
}

/** What the first page of one language says. */
export const firstWords = (locale: Locale): Promise<Catalogue> => wordsOf(files[locale][0]);

/** All sentences of one language. */
export const allWords = (locale: Locale): Promise<Catalogue> =>
  Promise.all(files[locale].map(wordsOf)).then(([first, later]) => ({ ...first, ...later }));

let tell: () => void;
const arrived = new Promise<void>((done) => {
  tell = done;
});

/** From now on every page finds its words; those of another language take the place of all at once. */
export const wordsAreHere = (): void => tell();

/** Before a page is shown that says more than the first one. */
export const untilWords = (): Promise<void> => arrived;
