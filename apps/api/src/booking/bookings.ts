import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@okaeri/access';
import {
  addSeat,
  bookVisit,
  cancelVisit,
  confirmHold,
  holdPeople,
  moveVisit,
  readThingsOfVisits,
  readVisit,
} from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type {
  BookingForm,
  CancelForm,
  GuestForm,
  MoveForm,
  SeatAdded,
  VisitBooked,
  VisitId,
  VisitMoved,
} from '@okaeri/contracts';
import { Database, Gathered, Writes } from '@okaeri/platform';
import { addRequirements } from '@okaeri/scheduling';
import { now } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { Request } from 'express';
import { asReader, readerOf } from '../pages/reader';
import { askedStaff, planOf } from './asks';
import { episodeOf, seatedOf, staffOf, thingsOf, whenOfEpisode } from './booked-people';
import type { Booked } from './booked-people';
import { guestSeats, refusePast, seatsOfPeople } from './booked-seats';
import { bookingFacts } from './booking-facts';
import type { BookingAsked, BookingFacts } from './booking-facts';
import { Timetable } from './timetable';
import { instantOf } from './wall-time';

/** Booking and moving as people ask for it; what collides is told with the nearest time that is free. */
@Injectable()
export class Bookings {
  readonly #facts = new Gathered<BookingAsked, BookingFacts>((asked) => bookingFacts(this.db.manager, asked));

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Timetable) private readonly timetable: Timetable,
  ) {
    addRequirements();
  }

  async book(request: Request, actor: Actor, form: BookingForm): Promise<VisitBooked> {
    const slot = { startsAt: instantOf(form), minutes: form.minutes, zone: form.zone };
    refusePast(slot.startsAt, now(), actor);
    const found = await this.factsOf(actor, form);
    const { booked } = found;
    const heldId = form.holdVisitId as VisitId | undefined;
    const reader = asReader(found.by);
    /** Whoever asks once more collides with her own visit, and gets the answer that was kept for her. */
    const look = async () => {
      if (!(await this.timetable.isTaken(booked, slot))) return;
      const collisions = await this.timetable.collisions(booked, slot, reader);
      if (collisions.conflicts.length === 0 || !(await this.writes.isFirst(request, actor))) return;
      throw new OkaeriError('overlap', {}, collisions);
    };
    const write = () =>
      this.writes.once(request, actor, 'POST /visits', form, async (em) => {
        // A hold is locked before its people are; and all of these in one order before guests lock their patient.
        if (!heldId && form.guests.length > 0) {
          await holdPeople(
            em,
            booked.people.map(({ person }) => person.id),
          );
        }
        const seats = seatsOfPeople(booked.people, form.interpreter?.languages);
        const guests = await guestSeats(em, booked.patient.id, form.guests, actor);
        const visit = {
          episodeId: booked.episode.id,
          ...slot,
          patientZone: booked.patient.zone,
          institutionZone: booked.institution.zone,
          seats: [...seats, ...guests],
          thingIds: form.thingIds,
          demo: actor.demo,
          by: actor.personId,
          purpose: form.purpose,
          kind: form.kind,
          ask: form.ask && planOf(form.ask),
        };
        const visitId = heldId ? (await confirmHold(em, heldId, visit)).id : await bookVisit(em, visit);
        const status = form.ask ? ('pending' as const) : ('booked' as const);
        return { visitId, when: whenOfEpisode(booked, slot, reader), status };
      });
    if (heldId) {
      return this.#ofTime(heldId, actor, () => this.timetable.told(booked, slot, reader, write, heldId));
    }
    return this.timetable.told(booked, slot, reader, () => this.timetable.inTurn(booked, slot, look, write));
  }

  /** Of whom a form speaks; anybody who does not work there is `not_found`. */
  async factsOf(actor: Actor, form: Omit<BookingForm, 'holdVisitId'>): Promise<BookingFacts> {
    const staff = [
      ...[...new Set([form.physicianId, ...form.physicianIds])].map((personId) => ({
        personId,
        role: 'physician' as const,
      })),
      ...(form.interpreter ? [{ personId: form.interpreter.personId, role: 'interpreter' as const }] : []),
    ];
    const { episodeId, withPatient } = form;
    const found = await this.#facts.ask({ byId: actor.personId, episodeId, staff, withPatient });
    if (!found) throw new OkaeriError('not_found');
    const { booked } = found;
    if (form.ask) await staffOf(this.db.manager, booked, askedStaff(form.ask));
    const things = await thingsOf(this.db.manager, booked.institution.id, form.thingIds);
    return { ...found, booked: { ...booked, things } };
  }

  async move(request: Request, actor: Actor, visitId: VisitId, form: MoveForm): Promise<VisitMoved> {
    const reader = await readerOf(this.db.manager, actor);
    const startsAt = instantOf(form);
    refusePast(startsAt, reader.now, actor);
    const { booked, minutes: before } = await this.#bookedOf(visitId);
    const slot = { startsAt, minutes: form.minutes ?? before, zone: form.zone };
    const { reason, version } = form;
    const write = () =>
      this.writes.once(request, actor, `POST /visits/${visitId}/move`, form, async (em) => {
        const to = { startsAt, minutes: slot.minutes, by: actor.personId, reason, version };
        const visit = await moveVisit(em, visitId, to);
        return { when: whenOfEpisode(booked, visit, reader), version: visit.version };
      });
    return this.#ofTime(visitId, actor, () => this.timetable.told(booked, slot, reader, write, visitId));
  }

  async cancel(request: Request, actor: Actor, visitId: VisitId, form: CancelForm): Promise<void> {
    const { reason, version } = form;
    await this.#ofTime(visitId, actor, () =>
      this.writes.once(request, actor, `POST /visits/${visitId}/cancel`, form, async (em) => {
        await cancelVisit(em, visitId, actor.personId, reason, version);
      }),
    );
  }

  async addGuest(request: Request, actor: Actor, visitId: VisitId, form: GuestForm): Promise<SeatAdded> {
    const reader = await readerOf(this.db.manager, actor);
    const { booked, minutes, startsAt } = await this.#bookedOf(visitId);
    const slot = { startsAt, minutes, zone: reader.zone };
    return this.timetable.told(booked, slot, reader, () =>
      this.writes.once(request, actor, `POST /visits/${visitId}/guests`, form, async (em) => {
        const [seat] = await guestSeats(em, booked.patient.id, [form], actor);
        if (!seat) throw new OkaeriError('internal');
        return { seatId: await addSeat(em, visitId, seat, actor.personId) };
      }),
    );
  }

  async #bookedOf(visitId: VisitId): Promise<{ booked: Booked; minutes: number; startsAt: Temporal.Instant }> {
    const found = await readVisit(this.db.manager, visitId);
    if (!found) throw new OkaeriError('not_found');
    const record = await episodeOf(this.db.manager, found.visit.episodeId);
    const { minutes, startsAt } = found.visit;
    const things = (await readThingsOfVisits(this.db.manager, [visitId])).get(visitId) ?? [];
    return { booked: { ...record, things, people: await seatedOf(this.db.manager, visitId) }, minutes, startsAt };
  }

  /** A page that was open while somebody else moved the visit is told when it is now, on both clocks. */
  async #ofTime<T>(visitId: VisitId, actor: Actor, write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof OkaeriError) || error.code !== 'version_changed') throw error;
      const { booked, minutes, startsAt } = await this.#bookedOf(visitId);
      const when = whenOfEpisode(booked, { startsAt, minutes }, await readerOf(this.db.manager, actor));
      throw new OkaeriError('version_changed', {}, { ...error.details, when });
    }
  }
}
