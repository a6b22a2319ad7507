import { localized, nameFor, readPeople } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import { OkaeriError, blockers } from '@okaeri/contracts';
import type { Blocker, BoardPage, EpisodeId, InstitutionId, PatientRow, PersonId } from '@okaeri/contracts';
import { threadHead } from '@okaeri/followup';
import { pieceOf, readCursor } from '@okaeri/platform';
import { toInstant, toIso, whenWords } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { casesSql } from './cases-sql';
import type { Reader } from './reader';

export interface BoardWanted {
  q?: string | undefined;
  blocker?: Blocker | undefined;
  after?: string | undefined;
  limit: number;
}

export interface BoardRow {
  episodeId: EpisodeId;
  patientId: PersonId;
  institutionId: InstitutionId;
  title: Localized;
  zone: string;
  blocker: Blocker | null;
  rank: number;
  startsAt: Date | null;
  minutes: number | null;
  city: Localized;
  institutionZone: string;
}

/** Patients of the reader's institutions: what holds up their care first, then by the next visit. */
export async function boardPage(
  em: EntityManager,
  reader: Reader,
  wanted: BoardWanted,
): Promise<{ page: BoardPage; rows: readonly BoardRow[] }> {
  const places = await placesOf(em, reader);
  const [first] = places;
  if (!first) throw new OkaeriError('not_found');
  const ids = places.map(({ institutionId }) => institutionId);
  const counts = await countsOf(em, ids);
  const found = await rowsOf(em, ids, wanted);
  const { rows, next } = pieceOf(found, wanted.limit, ({ rank, startsAt, episodeId }) => ({
    value: `${rank}~${startsAt ? toIso(toInstant(startsAt)) : ''}`,
    id: episodeId,
  }));
  return {
    page: {
      institution: first,
      counts: blockers.flatMap((blocker) => {
        const count = counts.get(blocker) ?? 0;
        return count > 0 ? [{ blocker, count }] : [];
      }),
      total: [...counts.values()].reduce((sum, each) => sum + each, 0),
      items: await itemsOf(em, reader, rows),
      next,
    },
    rows,
  };
}

async function placesOf(em: EntityManager, { personId, locale }: Reader): Promise<BoardPage['institution'][]> {
  const rows: { id: InstitutionId; name: Localized }[] = await em.query(
    `select i.id, i.name from institution i
      where exists (select from membership m where m.institution_id = i.id and m.person_id = $1 and m.revoked_at is null
                     and m.role in ('coordinator', 'administrator')) order by i.id`,
    [personId],
  );
  return rows
    .map(({ id, name }) => ({ institutionId: id as string, name: localized(name, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

async function countsOf(em: EntityManager, institutionIds: readonly string[]): Promise<Map<Blocker | null, number>> {
  const rows: { blocker: Blocker | null; count: number }[] = await em.query(
    `with board as (${casesSql}) select blocker, count(*)::int as count from board group by blocker`,
    [institutionIds],
  );
  return new Map(rows.map(({ blocker, count }) => [blocker, count]));
}

async function rowsOf(em: EntityManager, institutionIds: readonly string[], wanted: BoardWanted): Promise<BoardRow[]> {
  const after = readCursor(
    wanted.after,
    ({ value, id }) => /^\d{1,2}~(\d{4}-\d\d-\d\dT[\d:.]+Z)?$/.test(value) && /^[0-9a-f-]{36}$/.test(id),
  );
  const [rank, startsAt] = after?.value.split('~') ?? [];
  const q = wanted.q?.trim() ?? '';
  return em.query(
    `with board as (${casesSql})
     select * from board
      where ($2::text is null or blocker = $2)
        and ($3 = '' or strpos(lower(searched), lower($3)) > 0)
        and ($4::int is null
          or (rank, coalesce("startsAt", 'infinity'), "episodeId") > ($4, coalesce($5::timestamptz, 'infinity'), $6::uuid))
      order by rank, coalesce("startsAt", 'infinity'), "episodeId" limit $7`,
    [institutionIds, wanted.blocker ?? null, q, rank ?? null, startsAt || null, after?.id ?? null, wanted.limit + 1],
  );
}

async function itemsOf(em: EntityManager, reader: Reader, rows: readonly BoardRow[]): Promise<PatientRow[]> {
  const people = await readPeople(
    em,
    rows.map(({ patientId }) => patientId),
  );
  const episodeIds = rows.map(({ episodeId }) => episodeId);
  const heads = await threadHead(em, episodeIds, reader.personId);
  return rows.flatMap((row) => {
    const patient = people.get(row.patientId);
    if (!patient) return [];
    const place = localized(patient.place, reader.locale);
    const city = { zone: row.institutionZone, place: localized(row.city, reader.locale) };
    const other = [{ zone: patient.zone, place }, city].find(({ zone }) => zone !== reader.zone);
    return [
      {
        personId: patient.id,
        episodeId: row.episodeId,
        name: nameFor(patient, reader.locale, 'patient'),
        place,
        zone: patient.zone,
        title: localized(row.title, reader.locale),
        next:
          row.startsAt && row.minutes !== null
            ? whenWords({
                startsAt: toInstant(row.startsAt),
                minutes: row.minutes,
                reader,
                now: reader.now,
                ...(other ? { other } : {}),
              })
            : null,
        blocker: row.blocker,
        unread: heads.get(row.episodeId)?.unread ?? 0,
      },
    ];
  });
}

/** What holds up one episode now; nothing where care goes on. */
export async function blockersOf(em: EntityManager, episodeId: EpisodeId, institutionId: string): Promise<Blocker[]> {
  const rows: { blocker: Blocker | null }[] = await em.query(
    `with board as (${casesSql}) select blocker from board where "episodeId" = $2`,
    [[institutionId], episodeId],
  );
  return rows.flatMap(({ blocker }) => blocker ?? []);
}
