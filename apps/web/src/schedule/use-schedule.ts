import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BookingPage, SlotsAnswer, StripsAnswer } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { useMe } from '../api/session';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { askOf, type Pair } from '../book/pairs';
import { utcOf } from './moments';
import { inOrder, neededFor, queryOf } from './values';
import type { Wanted } from './values';

/** The best times first. What was found stays while the next search is under way. */
export function useSlots(page: BookingPage, wanted: Wanted, besides: string | null) {
  const query = queryOf(page, wanted, besides);
  return useQuery({
    queryKey: [...keys.slots(page.episodeId), query],
    queryFn: async () => (await body(typed.POST('/api/slots', { body: query }))) as SlotsAnswer,
    enabled: neededFor(page, wanted).every(Boolean) && wanted.from !== '',
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
}

export interface DayAsked {
  personIds: string[];
  thingIds: string[];
  minutes: number;
  /** A hold, or the visit that is moved: it is not in its own way. */
  besides: string | null;
  /** A day of the reader's calendar, or a moment of it. */
  day: { date: string } | { at: string };
}

/** The days of everybody beside each other, on the reader's calendar. */
export function useStrips(episodeId: string, asked: DayAsked | null) {
  const me = useMe();
  return useQuery({
    queryKey: [...keys.slots(episodeId), 'strips', asked, me?.zone],
    queryFn: async () => {
      const { personIds, thingIds, minutes, besides, day } = asked as DayAsked;
      const query = { episodeId, personIds, thingIds, days: 1, zone: me?.zone ?? 'UTC', minutes, ...day };
      // A pair is a list to OpenAPI 3.0's readers; the contract knows that there are two.
      return (await body(
        typed.POST('/api/slots/strips', { body: { ...query, ...(besides ? { visitId: besides } : {}) } }),
      )) as StripsAnswer;
    },
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
}

interface Time {
  ms: number;
  minutes: number;
}
export interface TimeWanted extends Time {
  physicianId: string;
  thingIds: string[];
}
const wallOf = ({ ms, minutes }: Time) => ({ ...utcOf(ms), zone: 'UTC', minutes });

export function useHold(episodeId: string) {
  return useWrite((wanted: TimeWanted & { interpreterIds: string[] }, key) =>
    body(
      typed.POST('/api/visits/hold', {
        params: { header: keyed(key) },
        body: {
          ...wallOf(wanted),
          ...{ episodeId, physicianId: wanted.physicianId, interpreterIds: wanted.interpreterIds },
          ...{ thingIds: wanted.thingIds, guests: [] },
        },
      }),
    ),
  );
}

/**
 * A visit or a hold at another time. A hold is kept the whole time again, once, there or where it is; of a visit everybody
 * is told.
 */
export function useMove() {
  return useWrite(
    ({ visitId, reason, version, ...time }: Time & { visitId: string; reason: string; version: number }, key) =>
      body(
        typed.POST('/api/visits/{visitId}/move', {
          params: { path: { visitId }, header: keyed(key) },
          body: { ...wallOf(time), reason, version },
        }),
      ),
  );
}

export function useRelease() {
  return useWrite((visitId: string) =>
    body(typed.DELETE('/api/visits/{visitId}/hold', { params: { path: { visitId } } })),
  );
}

/** Makes a visit of a hold; with interpreters to ask it is told to the patient once one of them has accepted. */
export function useBook(episodeId: string) {
  return useWrite((wanted: TimeWanted & { holdVisitId: string; asked: Pair | null; first: string | null }, key) =>
    body(
      typed.POST('/api/visits', {
        params: { header: keyed(key) },
        body: {
          ...wallOf(wanted),
          ...{ episodeId, physicianId: wanted.physicianId, holdVisitId: wanted.holdVisitId },
          ...{
            kind: 'visit' as const,
            withPatient: true,
            physicianIds: [],
            guests: [],
            thingIds: wanted.thingIds,
            interpreter: null,
          },
          ask: wanted.asked && askOf({ ...wanted.asked, personIds: inOrder(wanted.asked, wanted.first) }),
        },
      }),
    ),
  );
}
