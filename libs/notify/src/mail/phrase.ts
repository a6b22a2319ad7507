import { localized, nameFor } from '@okaeri/access';
import type { Localized, Person } from '@okaeri/access';
import { localeTags } from '@okaeri/contracts';
import type { Clock, Locale, SeatRole } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import type { MessageKey } from '@okaeri/words';
import { Temporal, clockWords, momentWords, promiseWords, relativeWords, toIso } from '@okaeri/words/time';

/* What a sentence is made of, so that it can be said again in another language when nobody knows any more how things were. */

/** A moment as the clock of a place shows it; words for it are those of `now`. */
export interface ClockFact {
  /** An instant; of what was promised, what that clock was to show, without any offset. */
  at: string;
  zone: string;
  place: Localized;
  now: string;
}

type Name = Pick<Person, 'name' | 'nameLatin' | 'nameKana' | 'language' | 'country'>;

export type Fact =
  | string
  | number
  | { text: Localized }
  | { name: Name; role: SeatRole }
  | { languages: readonly string[] }
  | { date: ClockFact }
  | { time: ClockFact }
  | { moment: ClockFact }
  | { relative: ClockFact };

export interface Phrase {
  key: MessageKey;
  values?: Readonly<Record<string, Fact>>;
}

export const clockFact = (
  at: Temporal.Instant | string,
  { zone, place, now }: { zone: string; place: Localized; now: Temporal.Instant },
): ClockFact => ({ at: typeof at === 'string' ? at : toIso(at), zone, place, now: toIso(now) });

/** Only what a name is read by: nothing else of her is kept. */
export const nameFact = ({ name, nameLatin, nameKana, language, country }: Name, role: SeatRole): Fact => ({
  ...{ name: { name, nameLatin, nameKana, language, country }, role },
});

/** A mail says a moment in its subject and among its clocks. */
const known = new WeakMap<ClockFact, Map<Locale, Clock>>();

export function clockIn(locale: Locale, fact: ClockFact): Clock {
  const said = known.get(fact) ?? new Map<Locale, Clock>();
  known.set(fact, said);
  const clock = said.get(locale) ?? wordsOf(locale, fact);
  said.set(locale, clock);
  return clock;
}

function wordsOf(locale: Locale, fact: ClockFact): Clock {
  const { at, zone, place } = fact;
  const reader = { locale, zone, place: localized(place, locale), now: Temporal.Instant.from(fact.now) };
  return isInstant(at)
    ? clockWords({ ...reader, instant: Temporal.Instant.from(at) })
    : promiseWords({ ...reader, wall: at });
}

const isInstant = (at: string) => at.endsWith('Z');

export function tell(locale: Locale, { key, values = {} }: Phrase): string {
  const said = Object.entries(values).map(([name, fact]) => [name, valueIn(locale, fact)] as const);
  return say(locale, key, Object.fromEntries(said));
}

function valueIn(locale: Locale, fact: Fact): string | number {
  if (typeof fact !== 'object') return fact;
  if ('text' in fact) return localized(fact.text, locale);
  if ('name' in fact) return nameFor(fact.name, locale, fact.role).display;
  if ('languages' in fact) return pairIn(locale, fact.languages);
  if ('date' in fact) return clockIn(locale, fact.date).date;
  if ('time' in fact) return clockIn(locale, fact.time).time;
  const { at, zone, now } = 'moment' in fact ? fact.moment : fact.relative;
  const seen = { locale, zone, instant: Temporal.Instant.from(at), now: Temporal.Instant.from(now) };
  return 'moment' in fact ? momentWords(seen) : relativeWords(seen);
}

/** "Japanese ⇄ English" in the reader's language. */
function pairIn(locale: Locale, languages: readonly string[]): string {
  const names = new Intl.DisplayNames(localeTags[locale], { type: 'language' });
  return languages.map((tag) => names.of(tag) ?? tag).join(' ⇄ ');
}
