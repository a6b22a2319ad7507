import {
  allCategories,
  localized,
  nameFor,
  nameableInstitutions,
  nameablePeople,
  readConsents,
  readPeople,
  rulesAbroad,
} from '@okaeri/access';
import type { Consent, Person } from '@okaeri/access';
import { granteeRoles, localeTags } from '@okaeri/contracts';
import type { InstitutionId, PersonId, SharePurpose, SharingPage } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { momentWords, wallOf } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../pages/reader';

type Share = SharingPage['shares'][number];

/** What the reader has said about her own record: what holds, what held, and whom she can say something about. */
export async function sharingPage(em: EntityManager, reader: Reader): Promise<SharingPage> {
  const patientId = reader.personId;
  const [said, institutions, nameable] = await Promise.all([
    readConsents(em, patientId),
    nameableInstitutions(em, patientId),
    nameablePeople(em, patientId, reader.now),
  ]);
  const known = await readPeople(em, [
    ...said.flatMap(({ personId }) => personId ?? []),
    ...nameable.map(({ personId }) => personId),
  ]);
  const places = new Map(institutions.map((each) => [each.institutionId, localized(each.name, reader.locale)]));
  const roles = new Map(nameable.map(({ personId, role }) => [personId, role]));
  const shares = said.map((each) => shareOf(each, reader, { people: known, roles, places }));
  const holds = (each: Consent) => !isOver(each, reader);
  const held = [reader.person.country, ...institutions.filter(({ treats }) => treats).map(({ country }) => country)];
  const abroad = (country: string) => abroadWords(reader, held, country);
  const saidOfAll = (purpose: SharePurpose) =>
    said.find((each) => each.kind === 'treating' && each.purpose === purpose && holds(each))?.categories ?? [
      ...allCategories,
    ];
  return {
    treating: saidOfAll('TREAT'),
    emergency: saidOfAll('ETREAT'),
    shares: shares.filter((_, at) => said[at] && holds(said[at]) && said[at].kind !== 'treating'),
    earlier: shares.filter((_, at) => said[at] && !holds(said[at])).slice(0, 50),
    people: [
      ...nameable.map(({ personId, institution, role, treats, country }) => {
        const person = known.get(personId);
        return {
          ...{ kind: 'person' as const, id: personId, treats, abroad: abroad(country) },
          opens: treats && role === 'physician',
          name: person ? nameFor(person, reader.locale, role ?? 'physician').display : '',
          fromWords: institution && localized(institution, reader.locale),
        };
      }),
      ...institutions.map(({ institutionId, city, treats, country }) => ({
        ...{ kind: 'institution' as const, id: institutionId, treats, opens: treats, abroad: abroad(country) },
        name: places.get(institutionId) ?? '',
        fromWords: localized(city, reader.locale),
      })),
      ...granteeRoles.map((role) => ({
        ...{ kind: 'role' as const, id: role, treats: role !== 'interpreter', opens: role === 'physician' },
        ...{ name: say(reader.locale, `share.role.${role}`), fromWords: null, abroad: [] },
      })),
    ],
  };
}

/** What she is told of a reader in another country, before she agrees. */
function abroadWords({ locale, zone, now }: Reader, held: readonly string[], readIn: string): string[] {
  const country = new Intl.DisplayNames([localeTags[locale]], { type: 'region' }).of(readIn) ?? readIn;
  const rules = rulesAbroad({ held, readIn, on: wallOf(now, zone).date });
  return rules.map((rule) => say(locale, `share.abroad.${rule.asks}`, { country, source: rule.source }));
}

function isOver({ endedAt, endsAt }: Consent, { now }: Reader): boolean {
  return endedAt !== null || (endsAt !== null && endsAt.epochMilliseconds <= now.epochMilliseconds);
}

/** Whom and what a share can name, and as what each person is spoken of. */
interface Names {
  people: ReadonlyMap<PersonId, Person>;
  roles: ReadonlyMap<PersonId, Parameters<typeof nameFor>[2] | null>;
  places: ReadonlyMap<string, string>;
}

function shareOf(each: Consent, reader: Reader, names: Names): Share {
  const words = (instant: Consent['startsAt'] | null) => instant && momentWords({ ...reader, instant });
  const ended = each.endedAt ?? (isOver(each, reader) ? each.endsAt : null);
  const { kind, role, personId, institutionId } = each;
  return {
    shareId: each.id,
    grantee: { kind, role, personId, institutionId, name: nameOf(each, reader, names) },
    ...{ purpose: each.purpose, categories: each.categories },
    sinceWords: words(each.startsAt) ?? '',
    untilWords: words(each.endsAt),
    endedWords: words(ended),
  };
}

function nameOf(
  { kind, role, personId, institutionId, purpose }: Consent,
  { locale }: Reader,
  { people, roles, places }: Names,
): string {
  const person = personId ? people.get(personId) : undefined;
  if (kind === 'person') return person ? nameFor(person, locale, roles.get(person.id) ?? 'physician').display : '';
  if (kind === 'institution') return places.get(institutionId as InstitutionId) ?? '';
  if (kind === 'role' && role) return say(locale, `share.role.${role}`);
  return say(locale, purpose === 'ETREAT' ? 'share.emergencyTitle' : 'share.treating');
}
