import { readThingsOfVisits, readVisitsById } from '@okaeri/care';
import type { VisitRecord } from '@okaeri/care';
import type { ThingView, VisitId } from '@okaeri/contracts';
import type { LetterReads } from '@okaeri/notify';
import { Gathered } from '@okaeri/platform';
import type { Database } from '@okaeri/platform';

/** What mails of visits are made of, read for all that are made at the same time. */
export class VisitReads {
  readonly #visits: Gathered<VisitId, VisitRecord>;
  readonly #things: Gathered<VisitId, ThingView[]>;

  constructor(
    db: Database,
    readonly letters: LetterReads,
  ) {
    this.#visits = new Gathered((ids) => readVisitsById(db.manager, ids));
    this.#things = new Gathered((ids) => readThingsOfVisits(db.manager, ids));
  }

  visit(id: VisitId): Promise<VisitRecord | undefined> {
    return this.#visits.ask(id);
  }

  /** Rooms and devices that it takes up. */
  things(id: VisitId): Promise<ThingView[] | undefined> {
    return this.#things.ask(id);
  }
}
