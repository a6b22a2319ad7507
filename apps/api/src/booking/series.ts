import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@okaeri/access';
import { bookSeries, isOverlap } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { SeriesBooked, SeriesConflict, SeriesForm } from '@okaeri/contracts';
import { Writes } from '@okaeri/platform';
import { Temporal, instantOfWall, now, wallOf } from '@okaeri/words/time';
import type { Request } from 'express';
import { asReader } from '../pages/reader';
import type { Reader } from '../pages/reader';
import { planOf } from './asks';
import { whenOfEpisode } from './booked-people';
import type { Booked } from './booked-people';
import { guestSeats, refusePast, seatsOfPeople } from './booked-seats';
import { Bookings } from './bookings';
import { Timetable } from './timetable';
import { instantOf } from './wall-time';

/** Visits that are booked together, every so many weeks. */
@Injectable()
export class SeriesBookings {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Timetable) private readonly timetable: Timetable,
    @Inject(Bookings) private readonly bookings: Bookings,
  ) {}

  async book(request: Request, actor: Actor, form: SeriesForm): Promise<SeriesBooked> {
    const first = instantOf(form);
    refusePast(first, now(), actor);
    const { by, booked } = await this.bookings.factsOf(actor, form);
    const reader = asReader(by);
    const { minutes, everyWeeks, keeps } = form;
    const starts = startsOf(form, first, keeps === 'patient' ? booked.patient.zone : booked.institution.zone);
    const slots = starts.map((startsAt) => ({ startsAt, minutes, zone: form.zone }));
    const refuse = async () => {
      const dates = await this.#taken(booked, slots, reader);
      if (dates.length > 0) throw new OkaeriError('series_overlap', {}, { dates });
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
            demo: actor.demo,
            by: actor.personId,
            purpose: form.purpose,
            kind: form.kind,
            ask: form.ask && planOf(form.ask),
          },
          starts,
          { keeps, everyWeeks, by: actor.personId },
        );
        return { visitIds, whens: slots.map((slot) => whenOfEpisode(booked, slot, reader)) };
      });
    } catch (error) {
      if (isOverlap(error)) await refuse();
      throw error;
    }
  }

  /** The dates on which somebody has something else, each with the nearest times that can be had. */
  async #taken(
    booked: Booked,
    slots: readonly { startsAt: Temporal.Instant; minutes: number; zone: string }[],
    reader: Reader,
  ): Promise<SeriesConflict[]> {
    const found = await Promise.all(slots.map((slot) => this.timetable.collisions(booked, slot, reader)));
    return found.flatMap(({ conflicts, alternatives }, at) => {
      const slot = slots[at];
      if (!slot || conflicts.length === 0) return [];
      return [{ date: wallOf(slot.startsAt, slot.zone).date, conflicts, alternatives }];
    });
  }
}

/**
 * The wall of the side that keeps it, week after week. Throws `time_skipped` with the date on which that wall shows no
 * such time; where it shows it twice, it is as the form says, else the earlier.
 */
function startsOf(form: SeriesForm, first: Temporal.Instant, zone: string): Temporal.Instant[] {
  const { date, time } = wallOf(first, zone);
  const starts = Array.from({ length: form.times }, (_, at) => {
    const weeks = at * form.everyWeeks;
    if (weeks === 0) return first;
    const then = Temporal.PlainDate.from(date).add({ weeks }).toString();
    const found = instantOfWall({ date: then, time, zone, repeated: form.repeated ?? 'earlier' });
    if (found === 'skipped' || found === 'repeated') {
      throw new OkaeriError('time_skipped', {}, { dates: [{ date: then, conflicts: [], alternatives: [] }] });
    }
    return found;
  }).filter((startsAt) => !form.skip.includes(wallOf(startsAt, form.zone).date));
  if (starts.length > 0) return starts;
  throw new OkaeriError('fields_invalid', {}, { fields: [{ path: 'skip', code: 'wrong' }] });
}
