import type { BookingPage, SeriesForm, SeriesKeeps, SeriesPreview } from '@okaeri/contracts';
import { interpretingOf, startOf as startOfOne, wallOf, type BookValues } from '../book/values';

/** What was chosen on the page before, of which this may have all or nothing. */
const taken = [
  'date',
  'time',
  'zone',
  'minutes',
  'physicianId',
  'interpreterId',
  'other',
  'things',
  'purpose',
] as const;
export type Given = Partial<Pick<BookValues, (typeof taken)[number]>>;

export function givenIn(state: unknown): Given {
  if (typeof state !== 'object' || state === null) return {};
  const all = state as Record<string, unknown>;
  return Object.fromEntries(taken.flatMap((name) => (typeof all[name] === 'string' ? [[name, all[name]]] : [])));
}

export const startOf = (page: BookingPage, given: Given) => ({
  ...startOfOne(page),
  everyWeeks: '4',
  times: '6',
  keeps: 'patient',
  ...given,
});
export type SeriesValues = ReturnType<typeof startOf>;

/** What is left out, and what is put at another time, by the dates as they were planned. */
export interface Changes {
  skip: readonly string[];
  swaps: SeriesForm['swaps'];
}

/** Nothing while it is not whole. */
export function formOf(values: SeriesValues, page: BookingPage, changes: Changes, own: string): SeriesForm | null {
  const wall = wallOf(values);
  if (!wall || !values.physicianId) return null;
  const purpose = values.purpose.trim();
  return {
    ...wall,
    ...{ episodeId: page.episodeId, kind: 'visit', withPatient: true, physicianId: values.physicianId },
    ...{ physicianIds: [], guests: [], thingIds: values.things.split(' ').filter(Boolean) },
    ...interpretingOf(values, page, own),
    everyWeeks: Number(values.everyWeeks),
    times: Number(values.times),
    keeps: values.keeps as SeriesKeeps,
    skip: [...changes.skip],
    swaps: [...changes.swaps],
    ...(purpose ? { purpose } : {}),
  };
}

export type SeriesDate = SeriesPreview['dates'][number];

/** How many would be booked, and how many of those cannot be as they are. */
export function tallyOf(dates: readonly SeriesDate[]): { wanted: number; blocked: number } {
  const wanted = dates.filter(({ state }) => state !== 'skipped');
  return { wanted: wanted.length, blocked: wanted.filter(({ state }) => state !== 'free').length };
}

export const leftOut = ({ skip, swaps }: Changes, date: string): Changes => ({
  skip: [...skip.filter((one) => one !== date), date],
  swaps: swaps.filter((swap) => swap.date !== date),
});
export const putBack = ({ skip, swaps }: Changes, date: string): Changes => ({
  skip: skip.filter((one) => one !== date),
  swaps: swaps.filter((swap) => swap.date !== date),
});
export const swapped = (changes: Changes, date: string, startsAt: string): Changes => {
  const { skip, swaps } = putBack(changes, date);
  return { skip, swaps: [...swaps, { date, startsAt }] };
};
