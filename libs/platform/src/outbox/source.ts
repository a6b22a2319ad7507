import type { QueueName } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';

/** A job as the relay puts it into a queue. */
export interface DueJob {
  /** The row it stands for. */
  rowId: string;
  jobId: string;
  data: Record<string, string>;
}

/** A table of things to do in time, from which the relay fills a queue. */
export interface RelaySource {
  queue: QueueName;
  /**
   * Marks what is due as queued and answers with it; never what will be due, for a queue counts by the clocks of whoever
   * fills it and empties it. Rows that were queued long ago and not done count as lost with their queue. `inTransaction`
   * is not wanted: one statement with SKIP LOCKED.
   */
  take(em: EntityManager, most: number): Promise<DueJob[]>;
  /** The queue did not take these: they lie in none. */
  giveBack(em: EntityManager, rowIds: readonly string[]): Promise<void>;
  /** What one job does. Retries are a matter of its row. */
  work(rowId: string): Promise<void>;
  /** Removes what is long done. */
  tidy(em: EntityManager): Promise<void>;
}

/** How long after its time a queued row that nothing came of is put into a queue again. */
export const lostSeconds = 15;
