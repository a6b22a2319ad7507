import type { BookingForm, BookingPage, GuestRelation, Locale } from '@okaeri/contracts';
import { askOf, pairsFor } from './pairs';

export const startOf = ({ defaults, move }: BookingPage) => ({
  date: defaults.date,
  time: defaults.time,
  zone: defaults.zone,
  minutes: String(move?.minutes ?? defaults.minutes),
  /** Which of the two, where a clock is put back and shows the hour twice. */
  repeated: '',
  kind: 'visit',
  /** Of a conference. */
  withPatient: true as boolean,
  physicianId: defaults.physicianId ?? '',
  /** A person, or two languages with a space between. */
  interpreterId: defaults.interpreterId ?? '',
  /** The interpreter's other language. */
  other: '',
  /** Rooms and devices, with blanks between. */
  things: '',
  purpose: '',
  reason: '',
});
export type BookValues = ReturnType<typeof startOf>;

export interface GuestValues {
  name: string;
  email: string;
  language: Locale;
  relation: GuestRelation;
}

const primary = (tag: string) => tag.split('-')[0];

/** The two languages an interpreter stands between: the patient's, and one of her others. */
export function pairOf(languages: readonly string[], patient: string, other: string): [string, string] | null {
  const hers = languages.find((tag) => primary(tag) === primary(patient));
  const rest = languages.filter((tag) => tag !== hers);
  const wanted = rest.find((tag) => tag === other) ?? rest[0];
  if (hers && wanted) return [wanted, hers];
  return languages[0] && languages[1] ? [languages[0], languages[1]] : null;
}

/** The same for whoever is chosen though nothing is known of her languages: the writer's and the patient's. */
export function pairOrBoth(
  languages: readonly string[],
  patient: string,
  other: string,
  own: string,
): [string, string] {
  return pairOf(languages, patient, other) ?? [own === patient ? 'en' : own, patient];
}

/**
 * Who interprets: somebody who is sure to be there, or those between two languages, asked one after the other. `own`: the
 * writer's language, for whoever is chosen though nothing is known of hers.
 */
export function interpretingOf(
  { interpreterId, other }: Pick<BookValues, 'interpreterId' | 'other'>,
  page: BookingPage,
  own: string,
): Pick<BookingForm, 'interpreter' | 'ask'> {
  const pair = pairsFor(page).find(({ languages }) => languages.join(' ') === interpreterId);
  if (pair) return { interpreter: null, ask: askOf(pair) };
  const sure = page.interpreters.find(({ personId }) => personId === interpreterId);
  if (!sure) return { interpreter: null, ask: null };
  const languages = pairOrBoth(sure.languages, page.patient.language, other, own);
  return { interpreter: { personId: sure.personId, languages }, ask: null };
}

/** The wall time as it is asked about, or nothing while it is not whole. */
export function wallOf({ date, time, zone, minutes, repeated }: BookValues) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}/.test(time) || !zone) return null;
  const wall = { date, time: time.slice(0, 5), zone, minutes: Number(minutes) };
  return repeated === '' ? wall : { ...wall, repeated: repeated as 'earlier' | 'later' };
}

/** Whom the visit takes up besides the patient. */
export function takenUp(values: BookValues, page: BookingPage, further: readonly string[]): string[] {
  if (page.move) return page.move.people.map(({ personId }) => personId);
  const sure = page.interpreters.some(({ personId }) => personId === values.interpreterId) ? values.interpreterId : '';
  return [...new Set([values.physicianId, sure, ...further])].filter((id) => id !== '');
}

export const isConference = ({ kind }: BookValues): boolean => kind === 'conference';
