import { Inject, Injectable } from '@nestjs/common';
import { nameFor } from '@okaeri/access';
import { inTheWay, lookedAt, nearestFree, readClaims } from '@okaeri/care';
import type { Claim, ClaimsWanted, Slot } from '@okaeri/care';
import type { Conflict, FreeTime, VisitId } from '@okaeri/contracts';
import { Database, Gathered } from '@okaeri/platform';
import { now, wallOf } from '@okaeri/words/time';
import type { Reader } from '../pages/reader';
import { whenOfEpisode } from './booked-people';
import type { Booked } from './booked-people';

export interface Collisions {
  conflicts: Conflict[];
  free: FreeTime | null;
}

/** One who is writing a visit into the calendars of her people. */
interface Writer {
  people: ReadonlySet<string>;
  slot: Slot;
  done: Promise<void>;
}

/** Who is taken when. */
@Injectable()
export class Timetable {
  readonly #claims = new Gathered<ClaimsWanted, Claim[]>(
    (wanted) => readClaims(this.db.manager, wanted),
    ({ personId, from, to }) => `${personId} ${from.epochMilliseconds} ${to.epochMilliseconds}`,
  );
  readonly #writers = new Set<Writer>();

  constructor(@Inject(Database) private readonly db: Database) {}

  /** Who of them has something else then, and the nearest time at which nobody has. */
  async collisions(
    booked: Booked,
    asked: Slot & { zone: string },
    reader: Reader,
    besides?: VisitId,
  ): Promise<Collisions> {
    const wanted = booked.people.map(({ person }) => ({ personId: person.id, ...lookedAt(asked) }));
    const found = await Promise.all(wanted.map((each) => this.#claims.ask(each)));
    const claims = found.flatMap((each) => each ?? []).filter(({ visitId }) => visitId !== besides);
    const taken = new Set(inTheWay(claims, asked).map(({ personId }) => personId));
    const conflicts = booked.people
      .filter(({ person }) => taken.has(person.id))
      .map(({ person, role }) => ({ personId: person.id, name: nameFor(person, reader.locale, role) }));
    if (conflicts.length === 0) return { conflicts, free: null };
    const { startsAt, minutes } = asked;
    const at = nearestFree(claims, {
      ...{ startsAt, minutes },
      zones: [...new Set([booked.patient.zone, booked.institution.zone])],
      notBefore: now().add({ minutes: 5 }),
    });
    const free = at && { ...wallOf(at, asked.zone), when: whenOfEpisode(booked, { startsAt: at, minutes }, reader) };
    return { conflicts, free };
  }

  /**
   * Writes when nobody else of this process is about to take the same time of the same person; `look` is asked after each
   * wait, and throws where it has become pointless. Saves the many who want one time a transaction each, no more: what
   * keeps two visits apart is the database.
   */
  async inTurn<T>(booked: Booked, slot: Slot, look: () => Promise<void>, write: () => Promise<T>): Promise<T> {
    const people = new Set<string>(booked.people.map(({ person }) => person.id));
    const before = () => [...this.#writers].filter((writer) => meet(writer, people, slot)).map(({ done }) => done);
    do {
      await Promise.all(before());
      await look();
    } while (before().length > 0);
    const writing = write();
    const done = writing.then(
      () => undefined,
      () => undefined,
    );
    const writer = { people, slot, done };
    this.#writers.add(writer);
    try {
      return await writing;
    } finally {
      this.#writers.delete(writer);
    }
  }
}

function meet(writer: Writer, people: ReadonlySet<string>, { startsAt, minutes }: Slot): boolean {
  const apart = startsAt.since(writer.slot.startsAt).total('minutes');
  return apart < writer.slot.minutes && -apart < minutes && [...people].some((id) => writer.people.has(id));
}
