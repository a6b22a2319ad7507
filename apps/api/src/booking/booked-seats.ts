import { ensureGuest } from '@okaeri/access';
import type { Actor } from '@okaeri/access';
import type { BookedSeat } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { GuestForm, PersonId } from '@okaeri/contracts';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Booked } from './booked-people';

/** Of patient and staff; `interprets` of whoever interprets. */
export function seatsOfPeople(people: Booked['people'], interprets: [string, string] | null = null): BookedSeat[] {
  return people.map(({ person, role }) => ({
    personId: person.id,
    role,
    language: person.language,
    interprets: role === 'interpreter' ? interprets : null,
  }));
}

/** The same person twice is one guest. */
export async function guestSeats(
  em: EntityManager,
  patientId: PersonId,
  forms: readonly GuestForm[],
  { demo }: Actor,
): Promise<BookedSeat[]> {
  const seats = new Map<PersonId, BookedSeat>();
  for (const form of forms) {
    const personId = await ensureGuest(em, { patientId, ...form, demo });
    seats.set(personId, { personId, role: 'guest', language: form.language, relation: form.relation });
  }
  return [...seats.values()];
}

export function refusePast(startsAt: Temporal.Instant, present: Temporal.Instant, { demo }: Actor): void {
  if (!demo && startsAt.epochMilliseconds < present.epochMilliseconds) throw new OkaeriError('time_past');
}
