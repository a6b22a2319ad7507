import { OkaeriError, glassRepeatDays } from '@okaeri/contracts';
import type { EpisodeId, GlassForm, GlassReview, InstitutionId, PersonId } from '@okaeri/contracts';
import { now, toInstant, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';

export interface Broken {
  glassId: string;
  episodeId: EpisodeId;
  patientId: PersonId;
  until: Temporal.Instant;
}

/**
 * Lets a physician read the record of a patient of her hospital for as long as the hospital allows. Name and day of birth
 * have to be known: nobody leafs through patients here. Throws `not_found` where they fit nobody, or more than one.
 */
export async function breakGlass(
  em: EntityManager,
  wanted: GlassForm & { institutionId: string; by: PersonId },
): Promise<Broken> {
  const { institutionId, by, name, birthDate, reason } = wanted;
  const found: { episodeId: EpisodeId; patientId: PersonId; minutes: number }[] = await em.query(
    `select distinct on (e.patient_id) e.id as "episodeId", e.patient_id as "patientId", i.glass_minutes as minutes
       from episode e join person p on p.id = e.patient_id join institution i on i.id = e.institution_id
      where e.institution_id = $1 and p.birth_date = $2::date and p.merged_into is null and p.id <> $4
        and lower($3) in (lower(p.name), lower(p.name_latin), lower(p.name_kana))
      order by e.patient_id, e.opened_at desc limit 2`,
    [institutionId, birthDate, name, by],
  );
  const [one, another] = found;
  if (!one || another) throw new OkaeriError('not_found');
  const at = now();
  const until = at.add({ minutes: one.minutes });
  const [row]: { id: string }[] = await em.query(
    `insert into break_glass (patient_id, institution_id, person_id, reason, at, until)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [one.patientId, institutionId, by, reason, toIso(at), toIso(until)],
  );
  if (!row) throw new OkaeriError('internal');
  return { glassId: row.id, episodeId: one.episodeId, patientId: one.patientId, until };
}

export interface Reviewed {
  episodeId: EpisodeId;
  personId: PersonId;
}

/** Somebody else has looked at it, once. What was not in order ends now. Throws `not_allowed_now` the second time. */
export async function reviewGlass(
  em: EntityManager,
  { glassId, by, justified, note }: GlassReview & { glassId: string; by: PersonId },
): Promise<Reviewed> {
  const at = toIso(now());
  const [rows]: [{ patientId: PersonId; institutionId: InstitutionId; personId: PersonId }[], number] = await em.query(
    `update break_glass set reviewed_by = $2, reviewed_at = $3, justified = $4, review_note = $5,
            until = case when $4 then until else greatest(least(until, $3), at + interval '1 millisecond') end
      where id = $1 and reviewed_at is null and person_id <> $2
      returning patient_id as "patientId", institution_id as "institutionId", person_id as "personId"`,
    [glassId, by, at, justified, note],
  );
  const [row] = rows;
  if (!row) throw new OkaeriError('not_allowed_now');
  const [episode]: { id: EpisodeId }[] = await em.query(
    'select id from episode where patient_id = $1 and institution_id = $2 order by opened_at desc limit 1',
    [row.patientId, row.institutionId],
  );
  if (!episode) throw new OkaeriError('not_found');
  return { episodeId: episode.id, personId: row.personId };
}

export interface GlassRow {
  glassId: string;
  patientId: PersonId;
  personId: PersonId;
  reason: string;
  at: Temporal.Instant;
  until: Temporal.Instant;
  reviewedBy: PersonId | null;
  reviewedAt: Temporal.Instant | null;
  justified: boolean | null;
  reviewNote: string | null;
  earlier: number;
}

/** Of a hospital, those without a review first. */
export async function readGlass(em: EntityManager, institutionId: string): Promise<GlassRow[]> {
  const rows: (Omit<GlassRow, 'at' | 'until' | 'reviewedAt'> & { at: Date; until: Date; reviewedAt: Date | null })[] =
    await em.query(
      `select g.id as "glassId", g.patient_id as "patientId", g.person_id as "personId", g.reason, g.at, g.until,
              g.reviewed_by as "reviewedBy", g.reviewed_at as "reviewedAt", g.justified, g.review_note as "reviewNote",
              (select count(*)::int from break_glass b where b.person_id = g.person_id and b.at < g.at
                  and b.at > g.at - make_interval(days => $2)) as earlier
         from break_glass g
        where g.institution_id = $1 and (g.reviewed_at is null or g.at > now() - make_interval(days => $2))
        order by g.reviewed_at is not null, g.at desc limit 200`,
      [institutionId, glassRepeatDays],
    );
  return rows.map(({ at, until, reviewedAt, ...row }) => ({
    ...row,
    at: toInstant(at),
    until: toInstant(until),
    reviewedAt: reviewedAt && toInstant(reviewedAt),
  }));
}
