import type { DuplicateReason, PersonId } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';

/** What two records are compared by. */
export interface Likeness {
  name: string;
  nameLatin: string;
  nameKana: string | null;
  birthDate: string | null;
  email: string | null;
  phone: string | null;
}

export interface Match {
  personId: PersonId;
  why: DuplicateReason[];
}

/** Letters without marks and case, words in one order: "TREMBLAY, Émily" and "Emily Tremblay" are one. */
const tokensOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // The one letter of Vietnamese that has no mark to take off.
    .replaceAll('đ', 'd')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort();
const keyOf = (name: string) => tokensOf(name).join(' ');
/** Both syllabaries are one, and however names are divided. */
const kanaOf = (kana: string | null): string =>
  (kana ?? '')
    .normalize('NFKC')
    .replace(/[\u30A1-\u30F6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[^\u3041-\u3096ー]/g, '');
const digitsOf = (phone: string | null): string => (phone ?? '').replace(/\D/g, '').slice(-8);
const addressOf = (email: string | null): string => (email ?? '').trim().toLowerCase();

/** What is alike, where enough is; empty for two people who are not to be taken for one. */
export function likeness(a: Likeness, b: Likeness): DuplicateReason[] {
  const why: DuplicateReason[] = [];
  const same = (left: string, right: string) => left !== '' && left === right;
  const latin = same(keyOf(a.nameLatin), keyOf(b.nameLatin));
  const own = same(keyOf(a.name), keyOf(b.name));
  if (latin || own) why.push('name');
  if (same(kanaOf(a.nameKana), kanaOf(b.nameKana))) why.push('kana');
  if (same(addressOf(a.email), addressOf(b.email))) why.push('email');
  if (digitsOf(a.phone).length === 8 && same(digitsOf(a.phone), digitsOf(b.phone))) why.push('phone');
  const born = a.birthDate !== null && a.birthDate === b.birthDate;
  if (born && why.length > 0) return why;
  // A couple shares an address and a telephone, and seldom a given name.
  const reached = why.includes('email') || why.includes('phone');
  const others = new Set([...tokensOf(b.name), ...tokensOf(b.nameLatin)]);
  const oneName = [...tokensOf(a.name), ...tokensOf(a.nameLatin)].some((token) => others.has(token));
  return reached && oneName ? why : [];
}

/**
 * Patients of these institutions who may be the same person. Whoever is treated elsewhere is none of the asker's
 * business, and is not looked at.
 */
export async function findMatches(
  em: EntityManager,
  wanted: Likeness,
  options: { institutionIds: readonly string[]; besides?: PersonId | undefined },
): Promise<Match[]> {
  const { institutionIds, besides = null } = options;
  const rows: (Likeness & { id: PersonId })[] = await em.query(
    `select p.id, p.name, p.name_latin as "nameLatin", p.name_kana as "nameKana", p.birth_date::text as "birthDate",
            p.email, p.phone
       from person p
      where p.merged_into is null and p.id is distinct from $5::uuid
        and (p.birth_date = $2::date or lower(p.email) = lower($3)
             or right(regexp_replace(p.phone, '\\D', '', 'g'), 8) = nullif($4, ''))
        and exists (select 1 from episode e where e.patient_id = p.id and e.institution_id = any($1::uuid[]))
        and not exists (select 1 from patient_difference d
                         where $5::uuid is not null and d.a = least(p.id, $5::uuid) and d.b = greatest(p.id, $5::uuid))
      order by p.created_at limit 200`,
    [institutionIds, wanted.birthDate, wanted.email, digitsOf(wanted.phone), besides],
  );
  return rows.flatMap(({ id, ...known }) => {
    const why = likeness(wanted, known);
    return why.length > 0 ? [{ personId: id, why }] : [];
  });
}

/** Of a patient who is registered: who else may be she. */
export async function matchesOf(
  em: EntityManager,
  personId: PersonId,
  institutionIds: readonly string[],
): Promise<Match[]> {
  const rows: Likeness[] = await em.query(
    `select name, name_latin as "nameLatin", name_kana as "nameKana", birth_date::text as "birthDate", email, phone
       from person where id = $1`,
    [personId],
  );
  return rows[0] ? findMatches(em, rows[0], { institutionIds, besides: personId }) : [];
}
