import { OkaeriError } from '@okaeri/contracts';
import type { InstitutionId, PersonId, ShareForm } from '@okaeri/contracts';
import { announce } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { Consent } from './consent.entity';

type Grantee = Pick<Consent, 'kind' | 'role' | 'personId' | 'institutionId'>;

function granteeOf({ grantee }: Pick<ShareForm, 'grantee'>): Grantee {
  return {
    kind: grantee.kind,
    role: grantee.kind === 'role' ? grantee.role : null,
    personId: grantee.kind === 'person' ? (grantee.personId as PersonId) : null,
    institutionId: grantee.kind === 'institution' ? (grantee.institutionId as InstitutionId) : null,
  };
}

/** One at a time for each patient: of two at once the later would leave the earlier standing beside it. */
const lock = (em: EntityManager, patientId: PersonId) =>
  em.query(`select pg_advisory_xact_lock(hashtextextended('consent ' || $1::text, 0))`, [patientId]);

/** Says what somebody may see, in place of what was said before. Throws `share_nobody` where nobody is meant. */
export async function stateConsent(
  em: EntityManager,
  { patientId, by, form }: { patientId: PersonId; by: PersonId; form: ShareForm },
): Promise<{ shareId: string }> {
  const grantee = granteeOf(form);
  await requireSomebody(em, grantee, patientId);
  await lock(em, patientId);
  const at = now();
  await em.query(
    `update consent set ended_at = $7, ended_by = $8
      where patient_id = $1 and ended_at is null and kind = $2 and purpose = $3 and role is not distinct from $4::text
        and person_id is not distinct from $5::uuid and institution_id is not distinct from $6::uuid`,
    [patientId, grantee.kind, form.purpose, grantee.role, grantee.personId, grantee.institutionId, toIso(at), by],
  );
  const row = em.create(Consent, {
    ...grantee,
    ...{ patientId, byId: by, purpose: form.purpose, why: form.why, startsAt: at, endedAt: null, endedBy: null },
    categories: [...new Set(form.categories)],
    endsAt: form.days === null ? null : at.add({ hours: form.days * 24 }),
  });
  const { id } = await em.save(row);
  await tellReaders(em, patientId);
  return { shareId: id };
}

/** From now on it counts no more. Once more does nothing. Throws `not_found` for what is not hers. */
export async function endConsent(
  em: EntityManager,
  { patientId, by, shareId }: { patientId: PersonId; by: PersonId; shareId: string },
): Promise<void> {
  await lock(em, patientId);
  const [rows]: [unknown[], number] = await em.query(
    `update consent set ended_at = coalesce(ended_at, $3), ended_by = coalesce(ended_by, $4)
      where id = $1 and patient_id = $2 returning id`,
    [shareId, patientId, toIso(now()), by],
  );
  if (rows.length === 0) throw new OkaeriError('not_found');
  await tellReaders(em, patientId);
}

async function requireSomebody(em: EntityManager, grantee: Grantee, patientId: PersonId): Promise<void> {
  const { personId, institutionId } = grantee;
  if (!personId && !institutionId) return;
  const rows: unknown[] = await em.query(
    `select 1 from person where id = $1 and id <> $3 and merged_into is null
     union all select 1 from institution where id = $2`,
    [personId, institutionId, patientId],
  );
  if (rows.length === 0) throw new OkaeriError('share_nobody');
}

/** Pages that show something of her record ask again at once, those in a room too, and are given what they may see now. */
async function tellReaders(em: EntityManager, patientId: PersonId): Promise<void> {
  const version = now().epochMilliseconds;
  const rows: { topic: 'episode' | 'visit'; id: string }[] = await em.query(
    `select 'episode' as topic, id from episode where patient_id = $1
     union all
     select 'visit', v.id from visit v join episode e on e.id = v.episode_id
      where e.patient_id = $1 and v.status in ('booked', 'arrived')`,
    [patientId],
  );
  await announce(em, ...rows.map(({ topic, id }) => ({ topic, id, version })), {
    topic: 'record' as const,
    id: patientId,
    version,
  });
}
