import type { BookingPage, FoundSlot, SlotsQuery } from '@okaeri/contracts';
import { pairsFor, pairsOf, type Pair } from '../book/pairs';

/** What a coordinator looks for a time with. `interpreter`: nobody, two languages with a space between, or a person. */
export const startOf = ({ defaults, interpreters, patient, move, hold }: BookingPage) => {
  const usual = interpreters.find(({ personId }) => personId === defaults.interpreterId);
  const pair = usual && pairsOf(usual.languages, patient.language)[0];
  return {
    physicianId: hold?.physicianId ?? defaults.physicianId ?? '',
    interpreter: pair?.join(' ') ?? '',
    minutes: String(move?.minutes ?? hold?.minutes ?? defaults.minutes),
    from: defaults.from,
    /** Rooms and devices, with blanks between. */
    things: hold?.thingIds.join(' ') ?? '',
  };
};
export type Wanted = ReturnType<typeof startOf>;

/** Whom to ask between which languages; null where nobody interprets, or is in the visit that is moved. */
export function askedFor(page: BookingPage, { interpreter }: Wanted): Pair | null {
  if (page.move) return page.move.suits.interpreter;
  if (interpreter === '') return null;
  const pairs = pairsFor(page);
  const pair = pairs.find(({ languages }) => languages.join(' ') === interpreter);
  if (pair) return pair;
  const hers = pairs.find(({ personIds }) => personIds.includes(interpreter));
  const languages: [string, string] = hers?.languages ?? [
    page.patient.language === 'en' ? 'ja' : 'en',
    page.patient.language,
  ];
  return { languages, personIds: [interpreter] };
}

const daysAhead = 42;

/** Who has to be there besides one of those who are asked, the patient first. */
export const neededFor = ({ move, patient }: BookingPage, { physicianId }: Wanted): string[] =>
  move ? move.suits.personIds : [patient.personId, physicianId];

/** What it shall take up besides people. */
export const thingsFor = ({ move }: BookingPage, { things }: Pick<Wanted, 'things'>): string[] =>
  move ? move.suits.thingIds : things.split(' ').filter(Boolean);

/** `besides`: a hold, or the visit that is moved; it is not in its own way. */
export function queryOf(page: BookingPage, wanted: Wanted, besides: string | null): SlotsQuery {
  const asked = askedFor(page, wanted);
  return {
    episodeId: page.episodeId,
    personIds: neededFor(page, wanted),
    thingIds: thingsFor(page, wanted),
    interpreter: asked && { languages: asked.languages, personIds: asked.personIds },
    minutes: Number(wanted.minutes),
    from: wanted.from,
    days: daysAhead,
    onCall: false,
    most: 12,
    ...(besides ? { visitId: besides } : {}),
  };
}

/** Who of them is asked first at a time: whom the search chose, or whoever comes first. */
export function firstAsked(asked: Pair | null, slot: FoundSlot | undefined): string | null {
  const chosen = slot?.interpreterId;
  return chosen && asked?.personIds.includes(chosen) ? chosen : (asked?.personIds[0] ?? null);
}

export const inOrder = (asked: Pair, first: string | null): string[] => [
  ...(first ? [first] : []),
  ...asked.personIds.filter((id) => id !== first),
];
