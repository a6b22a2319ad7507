import { Inject, Injectable } from '@nestjs/common';
import { Ledger, localized, nameFor, readPeople } from '@okaeri/access';
import type { Actor, Person } from '@okaeri/access';
import { decideClock, isOverlap, readClockChanges, readVisitsById } from '@okaeri/care';
import type { ClockChangeRow, VisitRecord } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type {
  ClockChangeView,
  ClockChoice,
  ClockWall,
  ClocksDecided,
  ClocksPage,
  PageQuery,
  PersonId,
} from '@okaeri/contracts';
import { Database, Writes, asOkaeriError, pieceOf, readCursor } from '@okaeri/platform';
import { whenOfEpisode } from '@okaeri/scheduling';
import { say } from '@okaeri/words';
import { promiseWords, toIso } from '@okaeri/words/time';
import { readerOf } from '../pages/reader';
import type { Reader } from '../pages/reader';
import { caredFor } from '../people/registration';

/** What a change of clocks leaves to decide, for those who look after the visits. */
@Injectable()
export class Clocks {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Ledger) private readonly ledger: Ledger,
  ) {}

  async page(actor: Actor, { after, limit }: PageQuery): Promise<ClocksPage> {
    const em = this.db.manager;
    const reader = await readerOf(em, actor);
    const institutionIds = await caredFor(em, actor.personId);
    const wanted = { institutionIds, after: afterOf(after), most: limit + 1 };
    const { rows, next } = pieceOf(await readClockChanges(em, wanted), limit, ({ id, startsAt }) => ({
      value: toIso(startsAt),
      id,
    }));
    const visits = await readVisitsById(
      em,
      rows.map(({ visitId }) => visitId),
    );
    const records = [...visits.values()];
    const people = await readPeople(
      em,
      records.flatMap(({ episode, seats }) => [episode.patientId, ...seats.map(({ personId }) => personId)]),
    );
    await this.ledger.write(
      ...records.map(({ visit, episode }) => ({
        actorId: actor.personId,
        permission: 'clocks.read' as const,
        outcome: 'allowed' as const,
        entity: 'visit' as const,
        entityId: visit.id,
        patientId: episode.patientId,
        via: 'http' as const,
      })),
    );
    const items = rows.flatMap((row) => {
      const record = visits.get(row.visitId);
      return record ? [viewOf(row, record, people, reader)] : [];
    });
    return { items, next };
  }

  /** Each for itself: one that cannot be done keeps nobody else waiting. */
  async decide(actor: Actor, { keep, changeIds }: ClockChoice): Promise<ClocksDecided> {
    const { locale } = await readerOf(this.db.manager, actor);
    const institutionIds = await caredFor(this.db.manager, actor.personId);
    const decided: ClocksDecided = { done: [], refused: [] };
    for (const changeId of new Set(changeIds)) {
      try {
        await this.writes.retried((em) => decideClock(em, changeId, { keep, by: actor.personId, institutionIds }));
        decided.done.push(changeId);
      } catch (error) {
        const told = isOverlap(error) ? new OkaeriError('overlap') : asOkaeriError(error);
        if (told.code === 'internal' || told.code === 'unavailable') throw error;
        decided.refused.push({
          changeId,
          problem: say(locale, `error.${told.code}` as Parameters<typeof say>[1], told.values),
        });
      }
    }
    return decided;
  }
}

function viewOf(
  { id, walls }: ClockChangeRow,
  record: VisitRecord,
  people: ReadonlyMap<PersonId, Person>,
  reader: Reader,
): ClockChangeView {
  const { visit, episode, institution, seats } = record;
  const patient = people.get(episode.patientId);
  const host = seats.find(({ role }) => role === 'physician');
  const physician = host && people.get(host.personId);
  if (!patient || !physician) throw new OkaeriError('internal');
  return {
    ...{ changeId: id, visitId: visit.id, episodeId: episode.id },
    patient: nameFor(patient, reader.locale, 'patient'),
    physician: nameFor(physician, reader.locale, 'physician'),
    when: whenOfEpisode({ patient, institution }, visit, reader),
    walls: walls.map((wall) => wallViewOf(wall, record, people, reader)),
  };
}

/** What was promised and what will be shown, on the clock of a person or of the place of the institution. */
function wallViewOf(
  { who, zone, before, after }: ClockWall,
  { episode, institution, seats }: VisitRecord,
  people: ReadonlyMap<PersonId, Person>,
  reader: Reader,
): ClockChangeView['walls'][number] {
  const { locale, now } = reader;
  const seat = seats.find(({ id }) => id === who);
  const person = people.get(who === 'patient' ? episode.patientId : (seat?.personId ?? ('' as PersonId)));
  const place = localized(person ? person.place : institution.city, locale);
  const words = (wall: string) => {
    const { date, time } = promiseWords({ wall, zone, place, locale, now });
    return say(locale, 'clocks.wall', { date, time });
  };
  const name = person ? nameFor(person, locale, seat?.role ?? 'patient') : null;
  return { name, place, before: words(before), after: words(after) };
}

function afterOf(given: string | undefined) {
  const cursor = readCursor(
    given,
    ({ value, id }) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && /^[0-9a-f-]{36}$/.test(id),
  );
  return cursor ? { startsAt: cursor.value, id: cursor.id } : null;
}
