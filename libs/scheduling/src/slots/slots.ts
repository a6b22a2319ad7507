import { Inject, Injectable } from '@nestjs/common';
import { OkaeriError } from '@okaeri/contracts';
import type { MySlotsQuery, SlotsAnswer, SlotsQuery, StripsAnswer, StripsQuery } from '@okaeri/contracts';
import { Database, Gathered } from '@okaeri/platform';
import { Temporal, dateOfDay, dayNumber, isZone, wallOf } from '@okaeri/words/time';
import { borneBy, readLately } from './borne';
import { castOf } from './cast';
import { nearest } from './nearest';
import { forPatient, queryOf, readAllowance } from './own';
import { presentMinute, scheduledOf } from './parties';
import type { Scheduled } from './parties';
import { Patterns } from './patterns';
import type { Window } from './patterns';
import { readResources } from './read';
import type { Resource, ResourceWanted } from './read';
import { isStart, search } from './search';
import type { Party } from './search';
import { intersect } from './spans';
import { stripsOf } from './strips';
import { answerOf, readClosed } from './words';
import type { Search, SlotReader } from './words';

const step = 15;
/** How far around a time that is taken another one is looked for. */
const back = 24 * 60;
const ahead = 14 * 24 * 60;

/** A time in minutes since 1970; the visit that is moved is not in its own way. */
export interface Asked {
  minute: number;
  minutes: number;
  besides: string | null;
}

/** Times at which several people, rooms and devices are free at once. */
@Injectable()
export class Slots {
  readonly #resources = new Gathered<ResourceWanted, Resource>(
    (wanted) => readResources(this.db.manager, wanted),
    ({ id, from, to, besides }) => `${id} ${from} ${to} ${besides}`,
  );
  readonly #patterns = new Patterns();

  constructor(@Inject(Database) private readonly db: Database) {}

  /** The best times first, each with its reason. Throws `not_found` for who or what is not of the episode's hospital. */
  async find(query: SlotsQuery, reader: SlotReader): Promise<SlotsAnswer> {
    return answerOf(await this.search(query), query, reader);
  }

  /** Those among which a patient may choose, by what her hospital allows; throws `allowance_used`. */
  async own(episodeId: string, asked: MySlotsQuery, reader: SlotReader & { personId: string }): Promise<SlotsAnswer> {
    const query = queryOf(await readAllowance(this.db.manager, episodeId), reader.personId, asked);
    if (!query) return { slots: [], stale: [], assumed: [] };
    // The days of an allowance are meant on her calendar.
    const found = answerOf(await this.search(query, reader.zone), query, reader);
    return forPatient(found, reader.personId, reader);
  }

  /** Times to which she may move a visit of hers; `query` names it, and everybody who is in it. */
  async ownMove(query: SlotsQuery, reader: SlotReader & { personId: string }): Promise<SlotsAnswer> {
    return forPatient(answerOf(await this.search(query, reader.zone), query, reader), reader.personId, reader);
  }

  /**
   * Whether a visit may begin then by everybody's own rules, on a day that the query names; any start that a search
   * would find, also beyond the few that are shown of a day.
   */
  async isFree(query: SlotsQuery, startsAt: Temporal.Instant, calendar: string): Promise<boolean> {
    const minute = startsAt.epochMilliseconds / 60_000;
    const day = dayNumber(wallOf(startsAt, calendar).date);
    const first = dayNumber(query.from);
    if (day < first || day >= first + query.days) return false;
    const { must, anyOf, cast } = await this.search({ ...query, from: dateOfDay(day), days: 1 }, calendar);
    if (cast.lacking || must.length === 0) return false;
    return isStart(must, anyOf, { asked: minute, now: presentMinute(), minutes: query.minutes, step });
  }

  /** The same in minutes since 1970; days are the hospital's where no other calendar is named. */
  async search(query: SlotsQuery, calendar?: string): Promise<Search> {
    const em = this.db.manager;
    const cast = await castOf(em, query);
    const window = daysOf({ path: 'from', date: query.from }, query.days, calendar ?? cast.institution.zone);
    const besides = query.visitId ?? null;
    const [scheduled, lately, closed] = await Promise.all([
      this.#scheduled([...cast.must, ...cast.anyOf], { window, besides, onCall: query.onCall }),
      readLately(em, cast, besides),
      readClosed(em, cast, window),
    ]);
    const partiesOf = (ids: readonly string[]): Party[] =>
      ids.flatMap((id) => {
        const party = scheduled.get(id)?.party;
        return party ? [{ ...party, borne: borneBy(party, lately) }] : [];
      });
    const [must, anyOf] = [partiesOf(cast.must), partiesOf(cast.anyOf)];
    const [first, ...others] = must;
    const nobody = !first || cast.lacking;
    const wanted = { ...window, now: presentMinute(), minutes: query.minutes, step, most: query.most };
    return { cast, scheduled, closed, must, anyOf, found: nobody ? [] : search([first, ...others], anyOf, wanted) };
  }

  /** Their days beside each other. Throws `not_found` as `find` does, and `zone_unknown`. */
  async strips(query: StripsQuery, reader: SlotReader): Promise<StripsAnswer> {
    if (!isZone(query.zone)) {
      throw new OkaeriError('zone_unknown', {}, { fields: [{ path: 'zone', code: 'zone_unknown' }] });
    }
    const cast = await castOf(this.db.manager, { ...query, interpreter: null });
    const date = query.date ?? wallOf(Temporal.Instant.from(query.at ?? reader.now), query.zone).date;
    const window = daysOf({ path: 'date', date }, query.days, query.zone);
    const besides = query.visitId ?? null;
    const scheduled = await this.#scheduled(cast.must, { window, besides, onCall: false });
    const { zone, minutes } = query;
    return stripsOf(this.db.manager, { cast, scheduled }, { date, zone, window, minutes, besides }, reader);
  }

  /** Who of them has something else then; and where somebody has, the three nearest times at which all of them are free. */
  async around(personIds: readonly string[], asked: Asked): Promise<{ taken: ReadonlySet<string>; nearest: number[] }> {
    const { minute, minutes, besides } = asked;
    const window = { from: minute - back, to: minute + ahead + minutes };
    const scheduled = [...(await this.#scheduled(personIds, { window, besides, onCall: false })).values()];
    const taken = new Set(
      scheduled
        .filter(({ resource }) => intersect(resource.claims, [minute, minute + minutes]).length > 0)
        .map(({ party }) => party.id),
    );
    if (taken.size === 0) return { taken, nearest: [] };
    const wanted = { ...window, asked: minute, now: presentMinute(), minutes, step };
    return {
      taken,
      nearest: nearest(
        scheduled.map(({ party }) => party),
        wanted,
      ),
    };
  }

  #scheduled(
    ids: readonly string[],
    asked: { window: Window; besides: string | null; onCall: boolean },
  ): Promise<Map<string, Scheduled>> {
    const read = (wanted: readonly ResourceWanted[]) => this.#resources.askAll(wanted);
    return scheduledOf(this.db.manager, { patterns: this.#patterns, read }, { ids, ...asked });
  }
}

/**
 * So many days of a calendar in minutes since 1970, from midnight to midnight there. Throws `fields_invalid` for a day
 * that no calendar of ours reaches.
 */
export function daysOf({ path, date }: { path: string; date: string }, days: number, zone: string): Window {
  const begins = Temporal.PlainDate.from(date);
  if (begins.year < 2000 || begins.year > 2100) {
    throw new OkaeriError('fields_invalid', {}, { fields: [{ path, code: 'date_wrong' }] });
  }
  const midnight = (each: Temporal.PlainDate) => each.toZonedDateTime(zone).epochMilliseconds / 60_000;
  return { from: midnight(begins), to: midnight(begins.add({ days })) };
}
