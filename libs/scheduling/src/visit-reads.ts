import { readVisitsById } from '@okaeri/care';
import type { VisitRecord } from '@okaeri/care';
import type { VisitId } from '@okaeri/contracts';
import type { LetterReads } from '@okaeri/notify';
import { Gathered } from '@okaeri/platform';
import type { Database } from '@okaeri/platform';

/** What mails of visits are made of, read for all that are made at the same time. */
export class VisitReads {
  readonly #visits: Gathered<VisitId, VisitRecord>;

  constructor(
    db: Database,
    readonly letters: LetterReads,
  ) {
    this.#visits = new Gathered((ids) => readVisitsById(db.manager, ids));
  }

  visit(id: VisitId): Promise<VisitRecord | undefined> {
    return this.#visits.ask(id);
  }
}
