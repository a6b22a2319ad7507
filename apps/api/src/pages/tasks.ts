import type { HomePage, HomeTask, VisitCard } from '@okaeri/contracts';
import type { NoteHead } from '@okaeri/records';
import { say } from '@okaeri/words';
import { toInstant, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Reader } from './reader';

/** A visit that is still to come. */
export interface Ahead {
  card: VisitCard;
  episodeId: string;
}

interface Facts {
  reader: Reader;
  /** The next one first. */
  ahead: readonly Ahead[];
  notes: readonly NoteHead[];
  threads: HomePage['threads'];
  tested: boolean;
}

const soonDays = 7;
/** A phone that worked then may have been given away since. */
const testedDays = 30;
const mostTasks = 5;

/**
 * What is hers to do, each from what is written down and gone as soon as it is done: the visits she has not confirmed, a
 * camera never tried before a visit that is near, notes and messages that she has not read.
 */
export function tasksOf({ reader, ahead, notes, threads, tested }: Facts): HomeTask[] {
  // Into an open room she goes by the large button, and there she sees and hears herself first.
  const coming = ahead.filter(({ card }) => card.door === 'early');
  const [next] = coming;
  const near = next && toInstant(next.card.when.startsAt).since(reader.now).total('days') <= soonDays;
  const visitTask = (task: HomeTask['task'], { card, episodeId }: Ahead): HomeTask => {
    const { date, time } = card.when.yours;
    return { task, visitId: card.visitId, episodeId, about: say(reader.locale, 'home.row.when', { date, time }) };
  };
  return [
    ...coming.filter(({ card }) => card.confirmed === false).map((each) => visitTask('confirm', each)),
    ...(near && !tested ? [visitTask('test_device', next)] : []),
    ...notes
      .filter(({ read }) => !read)
      .map(({ visitId, episodeId, atWords: at }): HomeTask => {
        // By its time: notes of one treatment would all be called the same.
        return { task: 'read_note', visitId, episodeId, about: say(reader.locale, 'home.note.signed', { at }) };
      }),
    ...threads
      .filter(({ unread }) => unread > 0)
      .map(({ episodeId, title }) => ({ task: 'read_message' as const, visitId: null, episodeId, about: title })),
  ].slice(0, mostTasks);
}

/** Whether she has tried camera and sound not long ago; the ledger knows, for the test asks to be allowed like all else. */
export async function hasTested(em: EntityManager, { personId, now }: Reader): Promise<boolean> {
  const rows: unknown[] = await em.query(
    `select from ledger where actor_id = $1 and permission = 'check.run' and outcome = 'allowed' and at > $2 limit 1`,
    [personId, toIso(now.subtract({ hours: 24 * testedDays }))],
  );
  return rows.length > 0;
}
