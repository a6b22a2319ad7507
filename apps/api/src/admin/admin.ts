import 'reflect-metadata';
import { makeLink, signOutEverywhere } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import type { PersonId } from '@okaeri/contracts';
import { emailAddress, linkPath, locales, pickLocale } from '@okaeri/contracts';
import { dataSourceOptions, keyFileOf, vaultOf } from '@okaeri/platform';
import type { VaultOptions } from '@okaeri/platform';
import { blobEnv, envUrl, failStart, readEnv } from '@okaeri/runtime';
import { now } from '@okaeri/words/time';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { entities, migrate } from '../../../migrate/src';
import { erase, listKeys, rotate } from './keys';
import { inviteSteward } from './steward';

/*
 * The door for whoever runs an installation and has the keys of its database: it lets the first person in. Its output is
 * for that operator's terminal, the only place where a link is ever shown.
 */
const env = z.object({
  DATABASE_URL: envUrl('postgres:', 'postgresql:'),
  PUBLIC_URL: envUrl('http:', 'https:').default('http://localhost:3000'),
  ...blobEnv,
});

class Refused extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}

const tell = (text: string) => process.stdout.write(`${text}\n`);

/** How long the link that is printed opens the door; the invitation itself is good for as long. */
const linkHours = 24 * 14;

interface Wanted {
  command: string;
  email: string;
  name: string | null;
  language: string | null;
}

function readArguments([command = '', ...rest]: readonly string[]): Wanted {
  const option = (name: string) => {
    const at = rest.indexOf(`--${name}`);
    return at < 0 ? null : (rest[at + 1] ?? null);
  };
  const given = rest[0] && !rest[0].startsWith('--') ? rest[0] : '';
  const parsed = emailAddress.safeParse(given);
  if (command !== 'people' && !parsed.success) throw new Refused(`"${given}" is not an e-mail address.`, 2);
  const language = option('language');
  if (language !== null && !locales.some((locale) => locale === language)) {
    throw new Refused(`--language takes one of ${locales.join(', ')}.`, 2);
  }
  return { command, email: parsed.data ?? '', name: option('name'), language };
}

async function invite(em: EntityManager, wanted: Wanted, origin: string): Promise<void> {
  const { email, name } = wanted;
  const language = pickLocale([wanted.language ?? 'en']);
  const { invitationId, personId } = await inviteSteward(em, { email, name, language });
  const expiresAt = now().add({ hours: linkHours });
  const token = await makeLink(em, { kind: 'invitation', personId, invitationId, expiresAt });
  tell(
    `\n  ${email} may come in by this link for two weeks, once. A mail with another is on its way if mail is set up.\n`,
  );
  tell(`    ${origin}${linkPath}#${token}\n`);
}

async function people(em: EntityManager): Promise<void> {
  const rows: {
    name: string;
    email: string | null;
    steward: boolean;
    roles: string[] | null;
    hospital: Localized | null;
  }[] = await em.query(
    `select p.name, p.email, p.steward, array_agg(m.role order by m.role) filter (where m.role is not null) as roles,
              i.name as hospital
         from person p
         left join membership m on m.person_id = p.id and m.revoked_at is null
         left join institution i on i.id = m.institution_id
        where p.steward or m.role is not null
           or exists (select 1 from invitation v where v.person_id = p.id and v.role = 'steward' and v.revoked_at is null)
        group by p.id, i.id order by p.steward desc, p.name_latin`,
  );
  if (rows.length === 0) tell('Nobody yet. npm run admin -- invite you@hospital.example');
  for (const { name, email, steward, roles, hospital } of rows) {
    const works = roles ? [`${roles.join(', ')} at ${Object.values(hospital ?? {})[0] ?? ''}`] : [];
    const parts = [...(steward ? ['looks after this installation'] : []), ...works];
    tell(`${name} <${email ?? 'no address'}>  ${parts.join('; ') || 'invited'}`);
  }
}

async function signOut(em: EntityManager, email: string): Promise<void> {
  const rows: { id: PersonId }[] = await em.query('select id from person where lower(email) = lower($1)', [email]);
  if (rows.length === 0) throw new Refused(`Nobody here has the address ${email}.`, 1);
  for (const { id } of rows) await signOutEverywhere(em, id);
  tell(`Signed out everywhere: ${rows.length === 1 ? 'one person' : `${rows.length} people`} with ${email}.`);
}

const personShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is done about keys; `null` for every other command. */
function keysCommand([command, what, sure]: readonly string[], vault: VaultOptions) {
  const keyFile = keyFileOf(vault);
  if (command === 'keys' && what === 'rotate') return (source: DataSource) => rotate(source, keyFile, tell);
  if (command === 'keys' && what === undefined) return (source: DataSource) => listKeys(source.manager, tell);
  if (command === 'keys') throw new Refused(`keys ${what} is not known; there is keys and keys rotate.`, 2);
  if (command !== 'erase') return null;
  const personId = what ?? '';
  if (!personShape.test(personId)) throw new Refused(`"${personId}" is not the id of a person.`, 2);
  if (sure !== '--for-good') {
    throw new Refused('Nobody will be able to read again what is kept of this person. Add --for-good to do it.', 2);
  }
  return async (source: DataSource) => tell(await erase(source, vaultOf(source, vault), personId as PersonId));
}

async function main(): Promise<void> {
  const { DATABASE_URL, PUBLIC_URL, ...vault } = readEnv(env);
  const given = process.argv.slice(2);
  const withKeys = keysCommand(given, vault);
  const wanted = withKeys ? null : readArguments(given);
  await migrate(DATABASE_URL);
  const source = new DataSource(dataSourceOptions({ url: DATABASE_URL, entities, connections: 2 }));
  await source.initialize();
  try {
    const demo: unknown[] = await source.query('select 1 from person where demo limit 1');
    if (demo.length > 0) throw new Refused('This database holds the demo world; real people have no place in it.', 78);
    if (withKeys) await withKeys(source);
    await source.transaction(async (em) => {
      if (!wanted) return;
      if (wanted.command === 'invite') await invite(em, wanted, PUBLIC_URL.replace(/\/$/, ''));
      else if (wanted.command === 'people') await people(em);
      else await signOut(em, wanted.email);
    });
  } finally {
    await source.destroy();
  }
}

main().catch(failStart);
