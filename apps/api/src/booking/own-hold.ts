import { readThingsOfVisits } from '@okaeri/care';
import type { Visit } from '@okaeri/care';
import type { BookingPage, Held } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { clockWords, toInstant, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../pages/reader';
import { whenOfEpisode } from './booked-people';
import type { Booked } from './booked-people';

type Kept = Pick<Visit, 'id' | 'startsAt' | 'minutes' | 'version'> & { heldUntil: Temporal.Instant };
type Record = Omit<Booked, 'people' | 'things'>;

/** A time that is held, and for how long still. */
export function heldView(record: Record, { id, startsAt, minutes, version, heldUntil }: Kept, reader: Reader): Held {
  const { time } = clockWords({ ...reader, instant: heldUntil, now: reader.now });
  return {
    visitId: id,
    when: whenOfEpisode(record, { startsAt, minutes }, reader),
    untilWords: say(reader.locale, 'ready.until', { time }),
    seconds: Math.max(0, Math.floor((heldUntil.epochMilliseconds - reader.now.epochMilliseconds) / 1000)),
    version,
  };
}

interface Row extends Pick<Visit, 'id' | 'minutes' | 'version'> {
  startsAt: Date;
  heldUntil: Date;
  physicianId: string;
  renewed: boolean;
}

/** What the reader holds for this patient, so that a page that is loaded anew goes on with it. */
export async function ownHold(em: EntityManager, record: Record, reader: Reader): Promise<BookingPage['hold']> {
  const [row]: Row[] = await em.query(
    `select v.id, v.starts_at as "startsAt", v.minutes, v.version, v.held_until as "heldUntil", s.person_id as "physicianId",
            exists (select from visit_change c where c.visit_id = v.id and c.kind = 'moved') as renewed
       from visit v join seat s on s.visit_id = v.id and s.role = 'physician'
      where v.booked_by = $1 and v.episode_id = $2 and v.status = 'held' and v.held_until > $3
      order by v.held_until desc limit 1`,
    [reader.personId, record.episode.id, toIso(reader.now)],
  );
  if (!row) return null;
  const { physicianId, renewed, minutes, id } = row;
  const things = (await readThingsOfVisits(em, [id])).get(id) ?? [];
  const hold = { ...row, startsAt: toInstant(row.startsAt), heldUntil: toInstant(row.heldUntil) };
  const thingIds = things.map(({ thingId }) => thingId);
  return { ...heldView(record, hold, reader), minutes, physicianId, thingIds, renewed };
}
