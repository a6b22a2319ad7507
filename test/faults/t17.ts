import { makeLink } from '@okaeri/access';
import type { NewLink } from '@okaeri/access';
import { dataSourceOptions } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import { DataSource } from 'typeorm';
import { summary, type BenchResult } from '../bench/result';
import { eventually, streamsOf } from '../support/ears';
import { ask, cookiesOf } from '../support/server';
import type { Answer } from '../support/server';
import { inRunningVisit } from './visit';
import type { RunningVisit } from './visit';

const targetMs = 5_000;

interface Try {
  name: string;
  refused: boolean;
  answer: string;
}

/**
 * T17, without its rows about JSON web tokens, which Okaeri has none of: keys to somebody's visits that must not open
 * anything any more, and people whose right ends in the middle of a call. Everything is refused, and their sound and
 * picture stop within five seconds.
 */
export function deadKeys(progress: (line: string) => void): Promise<BenchResult> {
  return inRunningVisit(async (visit) => {
    const data = new DataSource(dataSourceOptions({ url: visit.standalone.databaseUrl, entities: [], connections: 2 }));
    await data.initialize();
    try {
      const tries = await new Keys(visit, data).all();
      for (const { name, refused, answer } of tries) progress(`${name}: ${refused ? 'refused' : 'LET IN'} (${answer})`);
      const stopped = await revokedInCall(visit, data);
      progress(`a physician whose role ended in the call was out after ${stopped.toFixed(0)} ms`);
      const letIn = tries.filter(({ refused }) => !refused).map(({ name }) => name);
      return {
        bench: 'T17',
        samples: tries.length + 1,
        ours: { ...summary([stopped], 'ms'), letIn: letIn.length },
        baseline: null,
        ratio: null,
        targets: { letIn: 0, maxMs: targetMs },
        met: letIn.length === 0 && stopped <= targetMs,
      };
    } finally {
      await data.destroy();
    }
  });
}

/** Of somebody whose membership was ended, the others neither hear nor see anything any more. */
async function revokedInCall({ emily }: RunningVisit, data: DataSource): Promise<number> {
  const begun = performance.now();
  await data.query(
    `update membership set revoked_at = now() where person_id = (select id from person where persona = 'sato')`,
  );
  await emily.hears();
  await eventually(
    'her picture is gone',
    () => streamsOf(emily.page),
    ({ widths }) => widths.length === 0,
  );
  return performance.now() - begun;
}

class Keys {
  readonly #port: number;

  constructor(
    private readonly visit: RunningVisit,
    private readonly data: DataSource,
  ) {
    this.#port = Number(new URL(visit.standalone.origin).port);
  }

  async all(): Promise<Try[]> {
    return [...(await this.sessions()), ...(await this.links()), ...(await this.elsewhere())];
  }

  async sessions(): Promise<Try[]> {
    const signedOut = await this.#signIn('linh');
    await this.#ask('POST', '/api/session/sign-out', signedOut, {});
    const expired = await this.#signIn('linh');
    await this.data
      .query(`update session set expires_at = now() - interval '1 second', absolute_until = now() - interval '1 second'
      where person_id = (select id from person where persona = 'linh') and revoked_at is null`);
    const everywhere = await this.#signIn('grace');
    const other = await this.#signIn('grace');
    await this.#ask('POST', '/api/session/sign-out-everywhere', other, {});
    const old = await this.#signIn('haruto');
    const renewed = cookiesOf(await this.#ask('POST', '/api/session/renew', old, {}));
    // It has arrived: from now on the one before is nobody's who came by right.
    await this.#ask('GET', '/api/session', renewed);
    await this.data.query(`update session set rotated_at = now() - interval '61 seconds'
      where person_id = (select id from person where persona = 'haruto') and revoked_at is null`);
    return [
      await this.#home('a session after its sign-out', signedOut),
      await this.#home('a session after its time', expired),
      await this.#home('a session after a sign-out everywhere', everywhere),
      await this.#home('a token after its renewal', old, 'session_replayed'),
      await this.#home('the token that replaced it, once the old one was used again', renewed),
      await this.#home('a token that was never made', `okaeri_session=${'A'.repeat(43)}`),
      await this.#home('a token of another shape', 'okaeri_session=eyJhbGciOiJub25lIn0.e30.'),
    ];
  }

  async links(): Promise<Try[]> {
    // Not of somebody in the call: signing out everywhere would end it.
    const [grace, emily] = [await this.#personId('grace'), await this.#personId('emily')];
    const used = await this.#link({ kind: 'sign_in', personId: grace });
    await this.#redeem(used);
    const open = await this.#link({ kind: 'sign_in', personId: grace });
    const another = await this.#redeem(await this.#link({ kind: 'sign_in', personId: grace }));
    await this.#ask('POST', '/api/session/sign-out-everywhere', cookiesOf(another), {});
    const over: { id: string }[] = await this.data.query(
      `select v.id from visit v join seat s on s.visit_id = v.id
        where s.person_id = $1 and v.status = 'fulfilled' limit 1`,
      [emily],
    );
    const expired = await this.#link({ kind: 'sign_in', personId: grace, expiresAt: now().subtract({ minutes: 1 }) });
    const foreign = await this.#link({ kind: 'visit', personId: grace, visitId: this.visit.visitId });
    const ended = over[0] ? await this.#link({ kind: 'visit', personId: emily, visitId: over[0].id }) : null;
    return [
      await this.#dead('a sign-in link used again', used, 'link_used'),
      await this.#dead('a sign-in link after its time', expired, 'link_expired'),
      await this.#dead('a sign-in link after a sign-out everywhere', open, 'link_expired'),
      await this.#dead('a link to a visit that she has no seat in', foreign, 'link_ended'),
      ...(ended ? [await this.#dead('a link to a visit that is over', ended, 'link_ended')] : []),
      await this.#dead('a link that was never made', `s.${'B'.repeat(43)}`, 'link_unknown'),
    ];
  }

  /** A key of one house at the door of another. */
  async elsewhere(): Promise<Try[]> {
    const kimura = await this.#signIn('kimura');
    const guest = cookiesOf(
      await this.#redeem(
        await this.#link({ kind: 'visit', personId: await this.#personId('mori'), visitId: this.visit.visitId }),
      ),
    );
    const { visitId } = this.visit;
    const page = await this.#ask('GET', `/api/pages/visits/${visitId}`, kimura);
    return [
      tried('a coordinator of another hospital', page, 404),
      tried('the key of one visit, at her day', await this.#ask('GET', '/api/pages/today', guest), 404),
      tried('the key of one visit, at her settings', await this.#ask('GET', '/api/me/settings', guest), 404),
    ];
  }

  async #home(name: string, cookie: string, code = 'sign_in_needed'): Promise<Try> {
    return tried(name, await this.#ask('GET', '/api/pages/home', cookie), 401, code);
  }

  async #dead(name: string, token: string, code: string): Promise<Try> {
    const answer = await this.#redeem(token);
    const set = answer.headers['set-cookie'] !== undefined;
    const told = tried(name, answer, answer.status, code);
    return { ...told, refused: told.refused && answer.status >= 400 && !set };
  }

  #redeem(token: string): Promise<Answer> {
    return this.#ask('POST', '/api/links/redeem', undefined, { token });
  }

  #link(link: Omit<NewLink, 'expiresAt'> & { expiresAt?: NewLink['expiresAt'] }): Promise<string> {
    return makeLink(this.data.manager, { expiresAt: now().add({ hours: 1 }), ...link });
  }

  async #personId(persona: string): Promise<string> {
    const rows: { id: string }[] = await this.data.query('select id from person where persona = $1', [persona]);
    return rows[0]?.id ?? '';
  }

  async #signIn(persona: string): Promise<string> {
    const answer = await ask(this.#port, {
      ...{ method: 'POST', path: '/api/demo/sign-in', json: {} },
      host: `${persona}.localhost:${this.#port}`,
    });
    return cookiesOf(answer);
  }

  #ask(method: string, path: string, cookie?: string, json?: unknown): Promise<Answer> {
    return ask(this.#port, { method, path, cookie, json });
  }
}

function tried(name: string, { status, body }: Answer, wanted: number, code?: string): Try {
  const told = (body as { code?: string } | null)?.code ?? '';
  return { name, refused: status === wanted && (code === undefined || told === code), answer: `${status} ${told}` };
}
