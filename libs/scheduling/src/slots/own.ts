import { BookingAllowance } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { EpisodeId, Mood, MySlotsQuery, SlotsAnswer, SlotsQuery } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { dateOfDay, dayNumber, now } from '@okaeri/words/time';
import { IsNull, MoreThanOrEqual } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { SlotReader } from './words';

/** What a patient may book for herself at present. Throws `not_found`, and `allowance_used` where she has booked all of it. */
export async function readAllowance(em: EntityManager, episodeId: string): Promise<BookingAllowance> {
  // Its last day may still last where she lives.
  const yesterday = now().subtract({ hours: 24 }).toZonedDateTimeISO('UTC').toPlainDate().toString();
  const open = await em.find(BookingAllowance, {
    where: { episodeId: episodeId as EpisodeId, revokedAt: IsNull(), latest: MoreThanOrEqual(yesterday) },
    order: { createdAt: 'DESC', id: 'ASC' },
  });
  const found = open.find(({ remaining }) => remaining > 0);
  if (!found) throw new OkaeriError(open.length > 0 ? 'allowance_used' : 'not_found');
  return found;
}

/** The search that an allowance stands for, within the days that she looks at; `null`: they have none in common. */
export function queryOf(allowance: BookingAllowance, patientId: string, asked: MySlotsQuery): SlotsQuery | null {
  const { episodeId, physicianId, minutes, ask } = allowance;
  const first = Math.max(dayNumber(asked.from), dayNumber(allowance.earliest));
  const last = Math.min(dayNumber(asked.from) + asked.days - 1, dayNumber(allowance.latest));
  if (last < first) return null;
  return {
    ...{ episodeId, personIds: [patientId, physicianId], thingIds: [], minutes, onCall: false, most: 12 },
    interpreter: ask && { languages: ask.languages, personIds: ask.personIds },
    from: dateOfDay(first),
    days: last - first + 1,
  };
}

/** What of an answer is for the patient: her own clock and the hospital's, and nothing of how it is for the others. */
export function forPatient({ slots }: SlotsAnswer, patientId: string, { locale }: SlotReader): SlotsAnswer {
  const words: Record<Mood, string> = {
    good: say(locale, 'slots.own.good'),
    early: say(locale, 'slots.own.early'),
    late: say(locale, 'slots.own.late'),
    night: say(locale, 'slots.own.night'),
  };
  return {
    slots: slots.map((slot) => {
      const clocks = slot.clocks.filter(({ personId }) => personId === patientId);
      return { ...slot, interpreterId: null, clocks, reason: words[clocks[0]?.mood ?? 'good'] };
    }),
    ...{ stale: [], assumed: [] },
  };
}
