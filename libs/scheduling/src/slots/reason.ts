import type { Locale, Mood } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { beyond, wallMinute } from './search';
import type { Party } from './search';

const wakes = 6 * 60;
const sleeps = 22 * 60;

/** How a time is for somebody. */
export function moodOf({ zone, good }: Pick<Party, 'zone' | 'good'>, s: number, minutes: number): Mood {
  const wall = wallMinute(zone, s);
  if (beyond(good, wall, minutes) === 0) return 'good';
  if (wall < wakes || wall + minutes > sleeps) return 'night';
  return wall < good[0] ? 'early' : 'late';
}

export interface ReasonAsked {
  locale: Locale;
  s: number;
  minutes: number;
  /** Everybody of the visit, as the reader names her. */
  people: readonly { party: Party; name: string }[];
  /** No other that was found comes before it. */
  first: boolean;
  /** "Culture Day in Japan", of those who work all the same. */
  holidays: readonly string[];
  /** The words of a wall at a minute. */
  timeOf: (party: Party, minute: number) => string;
}

/** Why a time is among the best, in a sentence or two. */
export function reasonOf(asked: ReasonAsked): string {
  const { locale, holidays } = asked;
  return [mainReason(asked), ...holidays.map((holiday) => say(locale, 'slots.reason.holiday', { holiday }))].join(
    locale === 'ja' || locale === 'zh' ? '' : ' ',
  );
}

function mainReason({ locale, s, minutes, people, first, timeOf }: ReasonAsked): string {
  const out = people
    .map(({ party, name }) => ({ party, name, wall: wallMinute(party.zone, s) }))
    .map((each) => ({ ...each, by: beyond(each.party.good, each.wall, minutes) }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by);
  const [worst] = out;
  if (!worst) return say(locale, first ? 'slots.reason.good_first' : 'slots.reason.good');
  const early = worst.wall < worst.party.good[0];
  const others = people
    .filter(({ party }) => party.id !== worst.party.id)
    .sort((a, b) => b.party.borne - a.party.borne);
  const [other] = others;
  const hers = others.every(({ party }) => party.borne >= worst.party.borne);
  if (out.length === 1 && hers && other && other.party.borne > worst.party.borne) {
    return say(locale, early ? 'slots.reason.early_turn' : 'slots.reason.late_turn', {
      name: worst.name,
      other: other.name,
    });
  }
  return early
    ? say(locale, 'slots.reason.least_begins', { name: worst.name, time: timeOf(worst.party, s) })
    : say(locale, 'slots.reason.least_ends', { name: worst.name, time: timeOf(worst.party, s + minutes) });
}
