import { defaultAvailability } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Patterns, Window } from './patterns';
import type { Resource, ResourceWanted } from './read';
import { normal } from './spans';
import type { Party } from './search';

const day = 1440;
/** Beyond the 180 days that a search may reach, so that one of next week finds what one of today counted. */
const horizon = 190 * day;

export const presentMinute = (): number => Math.floor(now().epochMilliseconds / 60_000);

/** The stretch that patterns are counted for: that of every search, or where somebody looks farther, her own. */
export function windowOf(wanted: Window): Window {
  const from = (Math.floor(presentMinute() / day) - 1) * day;
  if (from <= wanted.from && wanted.to <= from + horizon) return { from, to: from + horizon };
  return { from: Math.floor(wanted.from / day) * day - day, to: Math.ceil(wanted.to / day) * day + day };
}

/** Somebody as the search takes her, with all that was read of her. */
export interface Scheduled {
  resource: Resource;
  party: Party;
}

/** In the order of `ids`; those who are nobody are left out. */
export async function scheduledOf(
  em: EntityManager,
  {
    patterns,
    read,
  }: { patterns: Patterns; read: (wanted: readonly ResourceWanted[]) => Promise<(Resource | undefined)[]> },
  asked: { ids: readonly string[]; window: Window; besides: string | null; onCall: boolean },
): Promise<Map<string, Scheduled>> {
  const { ids, window, besides, onCall } = asked;
  const found = await read(ids.map((id) => ({ id, ...window, besides })));
  const resources = found.filter((resource) => resource !== undefined);
  const compiled = await patterns.of(em, resources, windowOf(window), onCall);
  return new Map(
    resources.map((resource) => {
      const { id, kind, notice, buffer, perDay, good, starts, claims, outside } = resource;
      const assumed = defaultAvailability[kind];
      const { zone, may } = compiled.get(id) as NonNullable<ReturnType<typeof compiled.get>>;
      const party: Party = {
        ...{ id, zone, may, starts, perDay },
        taken: normal([...claims, ...outside]),
        notice: notice ?? assumed.noticeMinutes,
        buffer: buffer ?? assumed.bufferMinutes,
        good: good ?? assumed.good,
        borne: 0,
      };
      return [id, { resource, party }];
    }),
  );
}
