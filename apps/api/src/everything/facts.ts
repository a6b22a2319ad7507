import { toldStatuses } from '@okaeri/contracts';
import type { FileType, Locale, PersonId, SeatRole, Sex, VisitKind, VisitStatus } from '@okaeri/contracts';
import type { Localized } from '@okaeri/access';
import type { EntityManager } from 'typeorm';

/** Who is named somewhere in it, as she is told of them. */
export interface Named {
  id: PersonId;
  name: string;
}

export interface EverythingFacts {
  person: {
    id: PersonId;
    name: string;
    nameLatin: string;
    nameKana: string | null;
    birthDate: string | null;
    sex: Sex;
    language: Locale;
    zone: string;
    place: Localized;
    country: string;
    email: string | null;
    phone: string | null;
  };
  episodes: {
    id: string;
    title: Localized;
    treatment: string | null;
    hospital: Localized;
    openedAt: Date;
    closedAt: Date | null;
  }[];
  visits: {
    id: string;
    episodeId: string;
    kind: VisitKind;
    status: VisitStatus;
    startsAt: Date;
    minutes: number;
    seats: (Named & { role: SeatRole })[];
  }[];
  notes: (Signed & { visitId: string; episodeId: string })[];
  messages: {
    id: string;
    episodeId: string;
    visitId: string | null;
    at: Date;
    by: Named;
    language: Locale;
    text: string;
  }[];
  files: FileFacts[];
  imports: { id: string; bytes: number; createdAt: Date }[];
  /** Pictures, archives and documents that were brought, as they came. */
  uploads: { id: string; name: string; createdAt: Date }[];
}

interface Signed {
  id: string;
  number: number;
  text: string;
  nextSteps: string;
  language: Locale;
  by: Named;
  at: Date;
}

export interface FileFacts {
  id: string;
  visitId: string;
  episodeId: string;
  name: string;
  type: FileType;
  bytes: number;
  inVault: boolean;
  createdAt: Date;
  by: Named;
}

const named = (alias: string) => `json_build_object('id', ${alias}.id, 'name', ${alias}.name_latin)`;

/**
 * What Okaeri knows of a patient, as far as she reads it herself: where physicians confer without her, what they show each other
 * is theirs, and drafts are their authors'. What she has brought to her record is exported beside it.
 */
export async function gatherFacts(em: EntityManager, patientId: PersonId): Promise<EverythingFacts> {
  const query = async <T>(sql: string): Promise<T[]> => em.query(sql, [patientId]);
  const hers = `v.status in (${toldStatuses.map((status) => `'${status}'`).join()}) and exists (
    select from seat mine where mine.visit_id = v.id and mine.person_id = $1 and mine.state <> 'removed')`;
  const [person] = await query<EverythingFacts['person']>(
    `select id, name, name_latin as "nameLatin", name_kana as "nameKana", birth_date::text as "birthDate", sex, language, zone,
            place, country, email, phone from person where id = $1`,
  );
  if (!person) throw new Error('Nobody is asked about who was not found before.');
  return {
    person,
    episodes: await query(
      `select e.id, e.title, e.treatment, i.name as hospital, e.opened_at as "openedAt", e.closed_at as "closedAt"
         from episode e join institution i on i.id = e.institution_id where e.patient_id = $1 order by e.opened_at, e.id`,
    ),
    visits: await query(
      `select v.id, v.episode_id as "episodeId", v.kind, v.status, v.starts_at as "startsAt", v.minutes,
              (select json_agg(json_build_object('id', p.id, 'name', p.name_latin, 'role', s.role) order by s.role, p.id)
                 from seat s join person p on p.id = s.person_id where s.visit_id = v.id and s.state <> 'removed') as seats
         from visit v join episode e on e.id = v.episode_id
        where e.patient_id = $1 and ${hers} order by v.starts_at, v.id`,
    ),
    notes: await query(
      `select n.id, n.visit_id as "visitId", n.episode_id as "episodeId", w.number, w.text, w.next_steps as "nextSteps",
              w.language, ${named('p')} as by, w.signed_at as at
         from note n join note_version w on w.note_id = n.id join person p on p.id = w.signed_by
         join visit v on v.id = n.visit_id join episode e on e.id = n.episode_id
        where e.patient_id = $1 and ${hers} order by w.signed_at, n.id, w.number`,
    ),
    messages: await query(
      `select m.id, m.episode_id as "episodeId", m.visit_id as "visitId", m.at, ${named('p')} as by, m.language, m.text
         from thread_message m join person p on p.id = m.by_id join episode e on e.id = m.episode_id
        where e.patient_id = $1 and (m.visit_id is null or exists (select from visit v where v.id = m.visit_id and ${hers}))
        order by m.at, m.id`,
    ),
    files: await query(
      `select f.id, f.visit_id as "visitId", f.episode_id as "episodeId", f.name, f.type, f.bytes, f.in_vault as "inVault",
              f.created_at as "createdAt", ${named('p')} as by
         from file f join person p on p.id = f.by_id join episode e on e.id = f.episode_id join visit v on v.id = f.visit_id
        where e.patient_id = $1 and f.state = 'ready' and f.scan <> 'infected' and ${hers} order by f.created_at, f.id`,
    ),
    imports: await query(
      `select id, bytes, created_at as "createdAt" from fhir_import where patient_id = $1 order by created_at, id`,
    ),
    uploads: await query(
      `select id, name, created_at as "createdAt" from record_upload
        where patient_id = $1 and state = 'done' and stays and bytes > 0 and scan <> 'infected' order by created_at, id`,
    ),
  };
}
