import { Visit, bookVisit, takesTime, whoCollides, writeTask } from '@okaeri/care';
import type { VisitId } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { episodes } from './episodes';
import { demoId } from './ids';
import { demoInstitution } from './people';
import { seatsOf, zonesOf } from './schedule';
import { episodeId, personId } from './seed';

const everyDays = 14;
const [firstDay, daysToTry] = [9, 14];
const hour = '14:30';
/** Those on which her physician and her interpreter both work. */
const weekdays = [2, 3, 4, 5];
const answerMinutes = 2880;
const key = 'linh-liver';

/**
 * A visit that waits for its interpreter, and a task that its coordinator has written: once in a fortnight there is a new
 * one, whatever has become of the one before.
 */
export async function askForOne(em: EntityManager): Promise<void> {
  const episode = episodes.find((each) => each.key === key);
  if (!episode) throw new Error(`There is no ${key} in the demo world.`);
  const { zone } = demoInstitution(episode.institution);
  const today = now().toZonedDateTimeISO(zone).toPlainDate();
  const fortnight = Math.floor(today.since('1970-01-05').days / everyDays);
  const id = demoId('asked', key, String(fortnight)) as VisitId;
  if (await em.existsBy(Visit, { id })) return;
  const seats = seatsOf(episode).filter(({ interprets }) => !interprets);
  const asked = seatsOf(episode).find(({ interprets }) => interprets);
  if (!asked?.interprets) throw new Error(`Nobody interprets for ${key} in the demo world.`);
  const { minutes } = episode;
  const people = [...seats.filter(takesTime), asked].map((seat) => seat.personId);
  for (let days = firstDay; days < firstDay + daysToTry; days += 1) {
    const day = today.add({ days });
    const startsAt = day.toZonedDateTime({ timeZone: zone, plainTime: hour }).toInstant();
    if (!weekdays.includes(day.dayOfWeek) || (await whoCollides(em, people, { startsAt, minutes })).length > 0)
      continue;
    const by = personId('tanaka');
    const ask = { personIds: [asked.personId], languages: asked.interprets, minutes: answerMinutes };
    await bookVisit(em, {
      id,
      episodeId: episodeId(key),
      startsAt,
      minutes,
      ...zonesOf(episode),
      seats,
      demo: true,
      by,
      ask,
    });
    const dueAt = startsAt.subtract({ hours: 72 });
    await writeTask(em, id, { title: '術前のCT画像を取り寄せる', note: null, ownerRole: 'coordinator', dueAt, by });
    return;
  }
}
