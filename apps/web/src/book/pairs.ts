import type { BookingForm, BookingPage } from '@okaeri/contracts';

const baseOf = (tag: string) => tag.split('-')[0] ?? tag;

/** Each of her languages with the patient's, where she speaks that one. */
export function pairsOf(languages: readonly string[], patient: string): [string, string][] {
  const hers = languages.map(baseOf);
  if (!hers.includes(baseOf(patient))) return [];
  return hers.filter((one) => one !== baseOf(patient)).map((one) => [one, baseOf(patient)]);
}

export interface Pair {
  languages: [string, string];
  personIds: string[];
}

/** Between which languages somebody of the hospital interprets for this patient, and who. */
export function pairsFor({ interpreters, patient }: Pick<BookingPage, 'interpreters' | 'patient'>): Pair[] {
  const found = new Map<string, Pair>();
  for (const { personId, languages } of interpreters) {
    for (const pair of pairsOf(languages, patient.language)) {
      const known = found.get(pair.join(' ')) ?? { languages: pair, personIds: [] };
      known.personIds.push(personId);
      found.set(pair.join(' '), known);
    }
  }
  return [...found.values()];
}

/** How long each of them has to answer. */
const answerMinutes = 240;

/** So many are asked at most. */
const askedMost = 8;

/** The question of a booking: these, one after the other. */
export const askOf = ({ languages, personIds }: Pair): NonNullable<BookingForm['ask']> => ({
  personIds: personIds.slice(0, askedMost),
  languages,
  minutes: answerMinutes,
});
