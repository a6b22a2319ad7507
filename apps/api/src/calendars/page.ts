import type { CalendarsPage, PersonId } from '@okaeri/contracts';
import { calendarProblems, leavingOf, readFeed, readLinks } from '@okaeri/scheduling';
import { say } from '@okaeri/words';
import { momentWords } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
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
  const leavings = await leavingOf(em, personId);
  const feed = await readFeed(em, personId);
  const whenOf = (instant: Temporal.Instant) => momentWords({ instant, zone: reader.zone, locale, now: reader.now });
  return {
    may,
    feed: feed && {
      sinceWords: say(locale, 'told.feed.since', { when: whenOf(feed.createdAt) }),
      readWords: feed.readAt
        ? say(locale, 'told.feed.read', { when: whenOf(feed.readAt) })
        : say(locale, 'told.feed.unread'),
    },
    links: links.map((link) => {
      const { id, kind, host, state, problem, writeProblem, ignored, writes, removed } = link;
      const when = whenOf(link.workedAt ?? link.readAt ?? link.nextAt);
      const isLate = !removed && (state === 'stale' || state === 'refused');
      const known = calendarProblems.find((each) => each === (isLate ? problem : writeProblem));
      return {
        ...{ linkId: id, kind, host, state, writes, removed, leaving: leavings.get(id) ?? null },
        readWords: say(locale, isLate ? 'told.calendars.stale' : 'told.calendars.read', { when }),
        problem: known ? say(locale, `error.${known}`) : null,
        ignored: (ignored ?? []).map(({ why, count }) => ({
          ...{ why, count },
          words: say(locale, `told.calendars.ignored.${why}`, { count }),
        })),
      };
    }),
  };
}
