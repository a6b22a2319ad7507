import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@okaeri/access';
import { answerOffer, readTimeOffers } from '@okaeri/care';
import type { Booking, WaitlistEntry } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { AnswerForm } from '@okaeri/contracts';
import { Database, Writes } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { Request } from 'express';
import { planOf } from '../booking/asks';
import { episodeOf, staffOf } from '../booking/booked-people';
import { seatsOfPeople } from '../booking/booked-seats';

/** What patients answer who were offered a time. */
@Injectable()
export class TakenOffers {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  async answer(request: Request, actor: Actor, waitlistId: string, form: AnswerForm): Promise<void> {
    const [offer] = await readTimeOffers(this.db.manager, { waitlistId });
    const record = offer && (await episodeOf(this.db.manager, offer.episodeId));
    const staff =
      record && offer
        ? await staffOf(this.db.manager, record, [{ personId: offer.physicianId, role: 'physician' }])
        : [];
    const bookingOf = ({ ask }: WaitlistEntry, startsAt: Temporal.Instant): Booking => {
      if (!record || !offer) throw new OkaeriError('hold_expired');
      const people = [{ person: record.patient, role: 'patient' as const }, ...staff];
      return {
        episodeId: record.episode.id,
        ...{ startsAt, minutes: offer.minutes, by: actor.personId, demo: actor.demo },
        ...{ patientZone: record.patient.zone, institutionZone: record.institution.zone },
        seats: seatsOfPeople(people).map((seat) =>
          seat.personId === actor.personId ? { ...seat, confirmedAt: now() } : seat,
        ),
        ask: ask && planOf(ask),
      };
    };
    await this.writes.once(request, actor, `POST /waitlist/${waitlistId}/answer`, form, async (em) => {
      await answerOffer(em, waitlistId, form.answer, bookingOf);
    });
  }
}
