import { Inject, Injectable } from '@nestjs/common';
import { isTold } from '@okaeri/contracts';
import type { InstitutionId, PersonId, SeatId, SeatRole, SeatState, VisitId, VisitStatus } from '@okaeri/contracts';
import { Database, Gathered } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { episodeFacts } from './care-facts';
import type { EpisodeAsker, EpisodeFacts } from './care-facts';

/** How a person stands to a visit. */
export interface VisitFacts {
  visitId: VisitId;
  patientId: PersonId;
  institutionId: InstitutionId;
  /** Of a patient or a guest only where she was told of the visit. */
  seat: { seatId: SeatId; role: SeatRole; state: SeatState } | null;
  /** For a seat of staff: still a member of the institution in that role. For the patient: it is her episode. */
  entitled: boolean;
  /** Of the staff of an institution that cares for the patient, or caring for her in person. */
  related: boolean;
}

interface Row {
  visitId: VisitId;
  patientId: PersonId;
  institutionId: InstitutionId;
  seatId: SeatId | null;
  role: SeatRole | null;
  state: SeatState | null;
  status: VisitStatus;
  member: boolean;
  related: boolean;
}

const visitFactsSql = `
  with place as (
    select v.id, v.status, e.patient_id, e.institution_id
      from visit v join episode e on e.id = v.episode_id
     where v.id = $1
  )
  select place.id as "visitId", place.patient_id as "patientId", place.institution_id as "institutionId",
         s.id as "seatId", s.role, s.state, place.status,
         exists (
           select 1 from membership m
            where m.person_id = $2 and m.institution_id = place.institution_id
              and m.role = s.role and m.revoked_at is null
         ) as member,
         exists (
           select 1 from care_relation r
            where r.patient_id = place.patient_id and r.revoked_at is null
              and r.starts_at <= $3 and (r.ends_at is null or r.ends_at > $3)
              and (
                r.person_id = $2
                or r.institution_id = place.institution_id and exists (
                     select 1 from membership m
                      where m.person_id = $2 and m.institution_id = r.institution_id
                        and m.role in ('physician', 'coordinator', 'administrator') and m.revoked_at is null
                   )
              )
         ) as related
    from place left join seat s on s.visit_id = place.id and s.person_id = $2`;

/**
 * What the rules need to know. Visits and seats belong to `care`, one floor up; their few columns are read here by SQL,
 * so that imports go down only, a rule costs one query, and no boot order can leave the rules without facts.
 */
@Injectable()
export class AccessFacts {
  readonly #episodes = new Gathered<EpisodeAsker, EpisodeFacts>(
    (askers) => episodeFacts(this.em, askers),
    ({ episodeId, personId }) => `${episodeId} ${personId}`,
  );

  constructor(@Inject(Database) private readonly db: Database) {}

  get em(): EntityManager {
    return this.db.manager;
  }

  /** `null` where there is no such visit. */
  async visit(visitId: string, personId: PersonId | null): Promise<VisitFacts | null> {
    const rows: Row[] = await this.db.manager.query(visitFactsSql, [visitId, personId, toIso(now())]);
    const row = rows[0];
    if (!row) return null;
    const seat = seatIn(row);
    return {
      visitId: row.visitId,
      patientId: row.patientId,
      institutionId: row.institutionId,
      seat,
      entitled: seat !== null && entitled(seat.role, row, personId),
      related: row.related,
    };
  }

  /** `null` where there is no such episode. */
  async episode(episodeId: string, personId: PersonId): Promise<EpisodeFacts | null> {
    return (await this.#episodes.ask({ episodeId, personId })) ?? null;
  }

  async isPatient(personId: PersonId): Promise<boolean> {
    const rows: unknown[] = await this.db.manager.query('select 1 from episode where patient_id = $1 limit 1', [
      personId,
    ]);
    return rows.length > 0;
  }

  async isSteward(personId: PersonId): Promise<boolean> {
    const rows: unknown[] = await this.em.query('select 1 from person where id = $1 and steward', [personId]);
    return rows.length > 0;
  }

  async isStaff(personId: PersonId): Promise<boolean> {
    const rows: unknown[] = await this.db.manager.query(
      'select 1 from membership where person_id = $1 and revoked_at is null limit 1',
      [personId],
    );
    return rows.length > 0;
  }
}

/** Until it is booked a visit is the hospital's own: for its patient and guests it is not there. */
function seatIn({ seatId, role, state, status }: Row): VisitFacts['seat'] {
  if (!seatId || !role || !state) return null;
  if (!isTold(status) && (role === 'patient' || role === 'guest')) return null;
  return { seatId, role, state };
}

function entitled(role: SeatRole, row: Row, personId: PersonId | null): boolean {
  switch (role) {
    case 'patient':
      return row.patientId === personId;
    case 'physician':
    case 'coordinator':
    case 'interpreter':
      return row.member;
    case 'guest':
      return true;
  }
}
