import { readPeople } from '@okaeri/access';
import { offerTime, readEpisodes } from '@okaeri/care';
import type { AskForm, EpisodeId, PersonId, SlotsQuery } from '@okaeri/contracts';
import type { Handle } from '@okaeri/platform';
import { dayNumber, now, toInstant } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Slots } from '../slots';

interface Waiting {
  id: string;
  episodeId: EpisodeId;
  physicianId: PersonId;
  minutes: number;
  earliest: string;
  latest: string;
  ask: AskForm | null;
  demo: boolean;
}

const step = 15;
/** She has two hours to answer, and then it should not be at once. */
const aheadHours = 4;
const mostAsked = 20;

/** Offers a time that became free to the first of those who wait for its physician whom it fits, by everybody's rules. */
export const fillFreed =
  (slots: Slots): Handle<'fillFreed'> =>
  async (em, { visitId, from, to }) => {
    for (const entry of await waitingFor(em, visitId, from, to)) {
      const record = (await readEpisodes(em, [entry.episodeId])).get(entry.episodeId);
      if (!record) continue;
      const people = await readPeople(em, [record.episode.patientId, entry.physicianId]);
      const patient = people.get(record.episode.patientId);
      const physician = people.get(entry.physicianId);
      if (!patient || !physician) continue;
      const query: SlotsQuery = {
        ...{ episodeId: entry.episodeId, personIds: [patient.id, physician.id], thingIds: [] },
        ...{ minutes: entry.minutes, onCall: false, most: 1 },
        interpreter: entry.ask && { languages: entry.ask.languages, personIds: entry.ask.personIds },
        from: entry.earliest,
        days: dayNumber(entry.latest) - dayNumber(entry.earliest) + 1,
      };
      for (const startsAt of startsIn(toInstant(from), toInstant(to), entry.minutes)) {
        if (!(await slots.isFree(query, startsAt, patient.zone))) continue;
        const made = await offerTime(em, entry.id, {
          ...{ episodeId: entry.episodeId, startsAt, minutes: entry.minutes, demo: entry.demo },
          ...{ patientZone: patient.zone, institutionZone: record.institution.zone },
          seats: [
            { personId: patient.id, role: 'patient', language: patient.language },
            { personId: physician.id, role: 'physician', language: physician.language },
          ],
        });
        if (made) return;
      }
    }
  };

/** In their order; not whose own visit it was, and not who let this very time pass before. */
function waitingFor(em: EntityManager, visitId: string, from: string, to: string): Promise<Waiting[]> {
  return em.query(
    `select w.id, w.episode_id as "episodeId", w.physician_id as "physicianId", w.minutes,
            w.earliest::text as earliest, w.latest::text as latest, w.ask, w.demo
       from waitlist w join episode e on e.id = w.episode_id
      where w.state = 'waiting' and e.closed_at is null and w.minutes * interval '1 minute' <= $3::timestamptz - $2::timestamptz
        and w.physician_id in (select person_id from seat where visit_id = $1 and role = 'physician')
        and e.id <> (select episode_id from visit where id = $1)
        and not exists (select from visit v where v.episode_id = e.id and v.status = 'lapsed' and v.starts_at >= $2 and v.starts_at < $3)
      order by w.rank, w.created_at, w.id limit $4`,
    [visitId, from, to, mostAsked],
  );
}

function startsIn(from: Temporal.Instant, to: Temporal.Instant, minutes: number): Temporal.Instant[] {
  const soonest = now().add({ hours: aheadHours }).epochMilliseconds;
  const starts: Temporal.Instant[] = [];
  for (let at = from; at.add({ minutes }).epochMilliseconds <= to.epochMilliseconds; at = at.add({ minutes: step })) {
    if (at.epochMilliseconds >= soonest) starts.push(at);
  }
  return starts;
}
