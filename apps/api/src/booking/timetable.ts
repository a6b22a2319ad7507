import { Inject, Injectable } from '@nestjs/common';
import { nameFor } from '@okaeri/access';
import { isOverlap, takenAmong } from '@okaeri/care';
import type { Asked, Slot } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { Conflict, FreeTime, PersonName, VisitId, When } from '@okaeri/contracts';
import { Database, Gathered } from '@okaeri/platform';
import { Slots } from '@okaeri/scheduling';
import { Temporal, wallOf } from '@okaeri/words/time';
import type { Reader } from '../pages/reader';
import { whenOfEpisode } from './booked-people';
import type { Booked } from './booked-people';

export interface Collisions {
  conflicts: Conflict[];
  /** The first of the alternatives. */
  free: FreeTime | null;
  alternatives: FreeTime[];
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
  #words = { second: 0, said: new Map<string, When>() };
  readonly #writers = new Set<Writer>();
  readonly #taken = new Gathered<Asked, true>((asked) => takenAmong(this.db.manager, asked));

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Slots) private readonly slots: Slots,
  ) {}

  /** Whether there is anything to tell of collisions: the short question before the long one. */
  async isTaken(booked: Booked, { startsAt, minutes }: Slot): Promise<boolean> {
    return (await this.#taken.ask({ ids: idsOf(booked), startsAt, minutes })) ?? false;
  }

  /** Who of them has something else then, and the nearest times at which nobody has. */
  async collisions(
    booked: Booked,
    asked: Slot & { zone: string },
    reader: Reader,
    besides?: VisitId,
  ): Promise<Collisions> {
    const { minutes } = asked;
    const { taken, nearest } = await this.slots.around(idsOf(booked), {
      minute: Math.floor(asked.startsAt.epochMilliseconds / 60_000),
      minutes,
      besides: besides ?? null,
    });
    const conflicts = [
      ...booked.people.map(({ person, role }) => ({
        personId: person.id as string,
        name: nameFor(person, reader.locale, role),
      })),
      ...booked.things.map(({ thingId, name }) => ({ personId: thingId, name: nameOfThing(name) })),
    ].filter(({ personId }) => taken.has(personId));
    const alternatives = nearest.map((minute): FreeTime => {
      const startsAt = Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
      return { ...wallOf(startsAt, asked.zone), when: this.#said(booked, { startsAt, minutes }, reader) };
    });
    return { conflicts, free: alternatives[0] ?? null, alternatives };
  }

  /** What the database refuses is read again afterwards: the transaction that was refused cannot look any more. */
  async told<T>(
    booked: Booked,
    asked: Slot & { zone: string },
    reader: Reader,
    write: () => Promise<T>,
    besides?: VisitId,
  ): Promise<T> {
    try {
      return await write();
    } catch (error) {
      const expired = error instanceof OkaeriError && error.code === 'hold_expired';
      if (!expired && !isOverlap(error)) throw error;
      const collisions = await this.collisions(booked, asked, reader, besides);
      throw new OkaeriError(expired ? 'hold_expired' : 'overlap', {}, collisions);
    }
  }

  /** Many who are refused one time within a second are told of the same three in the same words. */
  #said(booked: Booked, slot: Slot, reader: Reader): When {
    const { patient, institution } = booked;
    const second = Math.floor(reader.now.epochMilliseconds / 1000);
    if (second !== this.#words.second) this.#words = { second, said: new Map() };
    const key = JSON.stringify([
      ...[slot.startsAt.epochMilliseconds, slot.minutes, reader.locale, reader.zone, reader.place],
      ...[patient.zone, patient.place, institution.zone, institution.city],
    ]);
    const said = this.#words.said.get(key) ?? whenOfEpisode(booked, slot, reader);
    this.#words.said.set(key, said);
    return said;
  }

  /**
   * Writes when nobody else of this process is about to take the same time of the same person; `look` is asked after each
   * wait, and throws where it has become pointless. Saves the many who want one time a transaction each, no more: what
   * keeps two visits apart is the database.
   */
  async inTurn<T>(booked: Booked, slot: Slot, look: () => Promise<void>, write: () => Promise<T>): Promise<T> {
    const people = new Set(idsOf(booked));
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

/** Everybody and everything whose time it takes up. */
const idsOf = ({ people, things }: Pick<Booked, 'people' | 'things'>): string[] => [
  ...people.map(({ person }) => person.id),
  ...things.map(({ thingId }) => thingId),
];

/** It is called alike in every language. */
const nameOfThing = (name: string): PersonName => ({ display: name, bare: name, original: null, originalLang: 'und' });

function meet(writer: Writer, people: ReadonlySet<string>, { startsAt, minutes }: Slot): boolean {
  const apart = startsAt.since(writer.slot.startsAt).total('minutes');
  return apart < writer.slot.minutes && -apart < minutes && [...people].some((id) => writer.people.has(id));
}
