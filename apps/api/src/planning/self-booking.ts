import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Person } from '@okaeri/access';
import {
  bookVisit,
  confirmSeat,
  doorOf,
  isOverlap,
  moveVisit,
  readThingsInUse,
  readVisit,
  useAllowance,
} from '@okaeri/care';
import type { BookedSeat, VisitRecord } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { PersonId, SelfForm, SlotsQuery, VisitBooked, VisitId, VisitMoved } from '@okaeri/contracts';
import { Database, Writes } from '@okaeri/platform';
import { Slots, queryOf, readAllowance } from '@okaeri/scheduling';
import { now, toInstant, wallOf } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { Request } from 'express';
import { planOf } from '../booking/asks';
import { episodeOf, seatedOf, staffOf, whenOfEpisode } from '../booking/booked-people';
import { seatsOfPeople } from '../booking/booked-seats';
import { readerOf } from '../pages/reader';

/** How many days ahead a patient may put a visit of hers. */
const selfMoveDays = 60;

/** What a patient books and moves for herself: at times that everybody's own rules allow, and at no others. */
@Injectable()
export class SelfBooking {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Slots) private readonly slots: Slots,
  ) {}

  async book(request: Request, actor: Actor, episodeId: string, form: SelfForm): Promise<VisitBooked> {
    const startsAt = toInstant(form.startsAt);
    // Who asks once more gets the answer that was kept, though her own visit takes up that time by now.
    const plan = (await this.writes.isFirst(request, actor)) ? await this.#plan(episodeId, startsAt) : null;
    return this.#ifFree(() =>
      this.writes.once(request, actor, `POST /episodes/${episodeId}/book`, form, async (em): Promise<VisitBooked> => {
        if (!plan) throw new OkaeriError('conflict');
        const { allowance, record, seats } = plan;
        await useAllowance(em, allowance.id);
        const slot = { startsAt, minutes: allowance.minutes };
        const visitId = await bookVisit(em, {
          episodeId: record.episode.id,
          ...slot,
          patientZone: record.patient.zone,
          institutionZone: record.institution.zone,
          seats,
          demo: actor.demo,
          by: actor.personId,
          ask: allowance.ask && planOf(allowance.ask),
          selfBooked: true,
        });
        const when = whenOfEpisode(record, slot, await readerOf(em, actor));
        return { visitId, when, status: allowance.ask ? 'pending' : 'booked' };
      }),
    );
  }

  async move(request: Request, actor: Actor, visitId: VisitId, form: SelfForm): Promise<VisitMoved> {
    const startsAt = toInstant(form.startsAt);
    const found = await readVisit(this.db.manager, visitId);
    if (!found) throw new OkaeriError('not_found');
    const record = await episodeOf(this.db.manager, found.episode.id);
    if (await this.writes.isFirst(request, actor)) {
      const query = await this.moveQuery(found);
      if (!(await this.slots.isFree(query, startsAt, record.patient.zone))) throw new OkaeriError('not_available');
    }
    return this.#ifFree(() =>
      this.writes.once(request, actor, `POST /visits/${visitId}/move-self`, form, async (em): Promise<VisitMoved> => {
        const visit = await moveVisit(em, visitId, { startsAt, by: actor.personId, version: found.visit.version });
        await confirmSeat(em, visitId, actor.personId);
        return { when: whenOfEpisode(record, visit, await readerOf(em, actor)), version: visit.version };
      }),
    );
  }

  /** The search for another time of a visit. Throws `not_allowed_now` once its door opens, and of what is no visit of hers alone. */
  async moveQuery({ visit, episode }: VisitRecord): Promise<SlotsQuery> {
    if (visit.status !== 'booked' || visit.kind !== 'visit' || doorOf(visit, now()) !== 'early') {
      throw new OkaeriError('not_allowed_now');
    }
    const people = await seatedOf(this.db.manager, visit.id);
    return {
      episodeId: episode.id,
      personIds: people.map(({ person }) => person.id),
      thingIds: await readThingsInUse(this.db.manager, visit.id),
      ...{ interpreter: null, minutes: visit.minutes, onCall: false, most: 12, visitId: visit.id },
      from: wallOf(now(), visit.patientZone).date,
      days: selfMoveDays,
    };
  }

  async #plan(episodeId: string, startsAt: Temporal.Instant) {
    const em = this.db.manager;
    const allowance = await readAllowance(em, episodeId);
    const record = await episodeOf(em, episodeId);
    const { patient } = record;
    const whole = { from: allowance.earliest, days: 10_000 };
    const query = queryOf(allowance, patient.id, whole);
    if (!query || !(await this.slots.isFree(query, startsAt, patient.zone))) throw new OkaeriError('not_available');
    const staff = await staffOf(em, record, [{ personId: allowance.physicianId, role: 'physician' }]);
    return { allowance, record, seats: seatsOf(patient, staff) };
  }

  /** Somebody was a moment faster. Whose time it is by now is not told to a patient: she looks once more. */
  async #ifFree<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      throw isOverlap(error) ? new OkaeriError('not_available') : error;
    }
  }
}

/** She who has chosen the time will be there. */
function seatsOf(patient: Person, staff: Awaited<ReturnType<typeof staffOf>>): BookedSeat[] {
  const people = [{ person: patient, role: 'patient' as const }, ...staff];
  const isHers = (personId: PersonId) => personId === patient.id;
  return seatsOfPeople(people).map((seat) => (isHers(seat.personId) ? { ...seat, confirmedAt: now() } : seat));
}
