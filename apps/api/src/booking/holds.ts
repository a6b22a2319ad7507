import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@okaeri/access';
import { holdVisit } from '@okaeri/care';
import { holdMinutes } from '@okaeri/contracts';
import type { Held, HoldForm } from '@okaeri/contracts';
import { Database, Writes } from '@okaeri/platform';
import type { Request } from 'express';
import { readerOf } from '../pages/reader';
import { episodeOf, staffOf, thingsOf } from './booked-people';
import type { Booked } from './booked-people';
import { guestSeats, refusePast, seatsOfPeople } from './booked-seats';
import { heldView } from './own-hold';
import { Timetable } from './timetable';
import { instantOf } from './wall-time';

/** Times that are kept for some minutes while a coordinator makes sure of them. */
@Injectable()
export class Holds {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Timetable) private readonly timetable: Timetable,
  ) {}

  async hold(request: Request, actor: Actor, form: HoldForm): Promise<Held> {
    const reader = await readerOf(this.db.manager, actor);
    const slot = { startsAt: instantOf(form), minutes: form.minutes, zone: form.zone };
    refusePast(slot.startsAt, reader.now, actor);
    const record = await episodeOf(this.db.manager, form.episodeId);
    const { patient, institution } = record;
    const staff = await staffOf(this.db.manager, record, [
      { personId: form.physicianId, role: 'physician' },
      ...[...new Set(form.interpreterIds)].map((personId) => ({ personId, role: 'interpreter' as const })),
    ]);
    const things = await thingsOf(this.db.manager, institution.id, form.thingIds);
    const booked: Booked = { ...record, things, people: [{ person: patient, role: 'patient' }, ...staff] };
    const seated = booked.people.filter(({ role }) => role !== 'interpreter');
    const write = () =>
      this.writes.once(request, actor, 'POST /visits/hold', form, async (em): Promise<Held> => {
        const guests = await guestSeats(em, patient.id, form.guests, actor);
        const visitId = await holdVisit(em, {
          episodeId: record.episode.id,
          ...slot,
          patientZone: patient.zone,
          institutionZone: institution.zone,
          seats: [...seatsOfPeople(seated), ...guests],
          thingIds: form.thingIds,
          besides: staff.filter(({ role }) => role === 'interpreter').map(({ person }) => person.id),
          demo: actor.demo,
          by: actor.personId,
        });
        const heldUntil = reader.now.add({ minutes: holdMinutes });
        return heldView(booked, { id: visitId, ...slot, version: 1, heldUntil }, reader);
      });
    return this.timetable.told(booked, slot, reader, write);
  }
}
