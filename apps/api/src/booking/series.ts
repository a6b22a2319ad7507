import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@okaeri/access';
import { bookSeries, isOverlap } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { SeriesBooked, SeriesConflict, SeriesForm, SeriesPreview } from '@okaeri/contracts';
import { Writes } from '@okaeri/platform';
import { Temporal, now } from '@okaeri/words/time';
import type { Request } from 'express';
import { asReader } from '../pages/reader';
import type { Reader } from '../pages/reader';
import { planOf } from './asks';
import { whenOfEpisode } from './booked-people';
import type { Booked } from './booked-people';
import { guestSeats, refusePast, seatsOfPeople } from './booked-seats';
import { Bookings } from './bookings';
import { warningsOf } from './preview';
import { collide, seriesDates } from './series-dates';
import type { SeriesDate } from './series-dates';
import { Timetable } from './timetable';
import { instantOf } from './wall-time';

interface Planned {
  booked: Booked;
  reader: Reader;
  dates: SeriesDate[];
}

/** Visits that are booked together, every so many weeks. */
@Injectable()
export class SeriesBookings {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Timetable) private readonly timetable: Timetable,
    @Inject(Bookings) private readonly bookings: Bookings,
  ) {}

  /** Each date on all clocks, also of those that are left out, with what stands against it. Nothing is held. */
  async preview(actor: Actor, form: SeriesForm): Promise<SeriesPreview> {
    const { booked, reader, dates } = await this.#planned(actor, form);
    const { minutes, zone } = form;
    const present = now().epochMilliseconds;
    const found = await Promise.all(
      dates.map(({ startsAt }) => this.timetable.collisions(booked, { startsAt, minutes, zone }, reader)),
    );
    return {
      dates: dates.map((planned, at) => {
        const { date, startsAt, swapped, skipped, missing } = planned;
        const { conflicts = [], alternatives = [] } = skipped ? {} : (found[at] ?? {});
        const past = startsAt.epochMilliseconds < present;
        const others = dates.filter((each) => each !== planned && !each.skipped).map((each) => each.startsAt);
        const state = missing ? 'missing' : past ? 'past' : conflicts.length > 0 ? 'taken' : 'free';
        return {
          ...{ date, swapped, conflicts },
          when: whenOfEpisode(booked, { startsAt, minutes }, reader),
          state: skipped ? 'skipped' : state,
          alternatives: alternatives.filter(
            ({ when }) => !collide([...others, Temporal.Instant.from(when.startsAt)], minutes),
          ),
          warnings: warningsOf(booked, startsAt).filter((warning) => warning !== 'past'),
        };
      }),
    };
  }

  async book(request: Request, actor: Actor, form: SeriesForm): Promise<SeriesBooked> {
    const { booked, reader, dates } = await this.#planned(actor, form);
    const { minutes, everyWeeks, keeps, zone } = form;
    const wanted = dates
      .filter(({ skipped }) => !skipped)
      .sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
    refuseImpossible(wanted, minutes, actor);
    const refuse = async () => {
      const taken = await this.#taken(booked, wanted, { minutes, zone }, reader);
      if (taken.length > 0) throw new OkaeriError('series_overlap', {}, { dates: taken });
    };
    // Who asks once more collides with her own visits, and gets the answer that was kept for her.
    if (await this.writes.isFirst(request, actor)) await refuse();
    try {
      return await this.writes.once(request, actor, 'POST /visits/series', form, async (em): Promise<SeriesBooked> => {
        const seats = seatsOfPeople(booked.people, form.interpreter?.languages);
        const guests = await guestSeats(em, booked.patient.id, form.guests, actor);
        const visitIds = await bookSeries(
          em,
          {
            episodeId: booked.episode.id,
            minutes,
            patientZone: booked.patient.zone,
            institutionZone: booked.institution.zone,
            seats: [...seats, ...guests],
            thingIds: form.thingIds,
            demo: actor.demo,
            by: actor.personId,
            purpose: form.purpose,
            kind: form.kind,
            ask: form.ask && planOf(form.ask),
          },
          wanted.map(({ startsAt }) => startsAt),
          { keeps, everyWeeks, by: actor.personId },
        );
        return { visitIds, whens: wanted.map(({ startsAt }) => whenOfEpisode(booked, { startsAt, minutes }, reader)) };
      });
    } catch (error) {
      if (isOverlap(error)) await refuse();
      throw error;
    }
  }

  async #planned(actor: Actor, form: SeriesForm): Promise<Planned> {
    const first = instantOf(form);
    const { by, booked } = await this.bookings.factsOf(actor, form);
    const keeps = form.keeps === 'patient' ? booked.patient.zone : booked.institution.zone;
    return { booked, reader: asReader(by), dates: seriesDates(form, first, keeps) };
  }

  /** The dates on which somebody has something else, each with the nearest times that can be had. */
  async #taken(
    booked: Booked,
    dates: readonly SeriesDate[],
    { minutes, zone }: { minutes: number; zone: string },
    reader: Reader,
  ): Promise<SeriesConflict[]> {
    const found = await Promise.all(
      dates.map(({ startsAt }) => this.timetable.collisions(booked, { startsAt, minutes, zone }, reader)),
    );
    return found.flatMap(({ conflicts, alternatives }, at) => {
      const planned = dates[at];
      return planned && conflicts.length > 0 ? [{ date: planned.date, conflicts, alternatives }] : [];
    });
  }
}

/** Throws what no other people or rooms would mend: a time that does not exist, is over, or is taken by the series itself. */
function refuseImpossible(wanted: readonly SeriesDate[], minutes: number, actor: Actor): void {
  const wrong = (path: 'skip' | 'swaps') =>
    new OkaeriError('fields_invalid', {}, { fields: [{ path, code: 'wrong' }] });
  if (wanted.length === 0) throw wrong('skip');
  const missing = wanted.filter((each) => each.missing);
  if (missing.length > 0) {
    const dates = missing.map(({ date }) => ({ date, conflicts: [], alternatives: [] }));
    throw new OkaeriError('time_skipped', {}, { dates });
  }
  for (const { startsAt } of wanted) refusePast(startsAt, now(), actor);
  const starts = wanted.map(({ startsAt }) => startsAt);
  if (collide(starts, minutes)) throw wrong('swaps');
}
