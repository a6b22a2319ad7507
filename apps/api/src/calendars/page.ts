import type { CalendarsPage, PersonId } from '@okaeri/contracts';
import { calendarProblems, readLinks } from '@okaeri/scheduling';
import { say } from '@okaeri/words';
import { momentWords } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../pages/reader';

/** A person's calendars elsewhere, and how reading them goes. */
export async function calendarsOf(
  em: EntityManager,
  personId: PersonId,
  may: boolean,
  reader: Reader,
): Promise<CalendarsPage> {
  const { locale } = reader;
  const links = await readLinks(em, personId);
  return {
    may,
    links: links.map(({ id, kind, host, state, problem, ignored, writes, workedAt, readAt, nextAt }) => {
      const when = momentWords({ instant: workedAt ?? readAt ?? nextAt, zone: reader.zone, locale, now: reader.now });
      const known = calendarProblems.find((each) => each === problem);
      const isLate = state === 'stale' || state === 'refused';
      return {
        ...{ linkId: id, kind, host, state, writes },
        readWords: say(locale, isLate ? 'told.calendars.stale' : 'told.calendars.read', { when }),
        problem: known && isLate ? say(locale, `error.${known}`) : null,
        ignored: (ignored ?? []).map(({ why, count }) => ({
          ...{ why, count },
          words: say(locale, `told.calendars.ignored.${why}`, { count }),
        })),
      };
    }),
  };
}
