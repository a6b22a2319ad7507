import { randomUUID } from 'node:crypto';
import type { GlassOpened, GlassPage, Problem, ThreadPage } from '@okaeri/contracts';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { bodyOf, headersOf, pathOf } from '../support/access/asks';
import { castOf, lastRow, reset, rowsSince } from '../support/access-cast';
import type { Cast } from '../support/access-cast';
import { routes } from '../support/access-table';
import { needDatabaseServer } from '../support/database-server';
import { startApi } from '../support/server';
import type { Answer, TestServer } from '../support/server';
import { SocketWorld } from '../support/socket-world';
import type { Somebody } from '../support/socket-world';

const rounds = 20;
const readers = 8;
/** As long as a run of this can wait; a hospital's shortest is five minutes. */
const opensMs = 600;
const targets = { withoutReason: 0, unaudited: 0, written: 0, lateMs: 0, untold: 0, unreviewed: 0 };
const who = { name: 'Emily Tremblay', birthDate: '1984-05-02' };
const noReasons = [undefined, null, '', ' '.repeat(40), 'because', '\u200b'.repeat(3), 7, ['a good reason'], {}];

/**
 * T27: a physician who does not treat a patient opens her record in an emergency, again and again. Without a reason nothing opens.
 * Every route that reads is asked, and each answer stands in the ledger as an emergency; every one that writes, and none does.
 * It is over when it was said to be, however many ask in that moment; the patient is told each time, and each is reviewed once.
 */
export async function glassBroken(progress: (line: string) => void): Promise<BenchResult> {
  const stops: (() => Promise<unknown>)[] = [await needDatabaseServer()];
  try {
    const world = await SocketWorld.open();
    stops.push(() => world.close());
    const server = await startApi(world.url, { OKAERI_RATES: 'wide', HOUSE_SECRET: 'x'.repeat(32) });
    stops.push(() => server.close());
    const cast = await castOf(world);
    const breaker = await world.staff(cast.ids.institutionId as never, 'physician');
    await world.data.query('update person set name = $2, name_latin = $2, birth_date = $3 where id = $1', [
      ...[cast.patientId, who.name, who.birthDate],
    ]);
    const house = new Emergencies(world, server, cast, breaker);
    const withoutReason = await house.withoutReason();
    progress(`${noReasons.length} attempts without a reason: ${withoutReason} let in`);
    const { asked, opened, unaudited, written } = await house.everyRoute(progress);
    progress(`${asked} routes asked, ${opened} of them opened; ${unaudited} not kept as one, ${written} wrote`);
    const over: number[] = [];
    for (let round = 0; round < rounds; round += 1) over.push(await house.untilOver());
    progress(`${rounds} times over, with ${readers} who ask on: at most ${Math.max(...over).toFixed(1)} ms late`);
    const found = {
      ...{ withoutReason, unaudited, written, lateMs: Math.max(...over) },
      ...{ untold: await house.untold(), unreviewed: await house.unreviewed() },
    };
    return {
      ...{ bench: 'T27', samples: asked, baseline: null, ratio: null },
      ours: { ...summary(over, 'ms late'), ...found, asked, opened },
      targets,
      met: Object.values(found).every((count) => count <= 0) && opened > 5,
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

class Emergencies {
  #opened = 0;

  constructor(
    private readonly world: SocketWorld,
    private readonly server: TestServer,
    private readonly cast: Cast,
    private readonly breaker: Somebody,
  ) {}

  async withoutReason(): Promise<number> {
    let letIn = 0;
    for (const reason of noReasons) {
      const answer = await this.#ask(`POST /api/institutions/{institutionId}/glass`, { ...who, reason });
      if (answer.status < 400 || (await this.#reads()) !== 404) letIn += 1;
    }
    return letIn;
  }

  /** Each route before and in an emergency: what opens by it is kept as one, and nothing is written by it. */
  async everyRoute(progress: (line: string) => void) {
    const found = { asked: 0, opened: 0, unaudited: 0, written: 0 };
    for (const [route, { expected }] of Object.entries(routes)) {
      // What everybody may, or what is about herself, no emergency opens.
      if (expected.foreignStaff !== 404 || route.includes('/glass')) continue;
      found.asked += 1;
      await reset(this.world, this.cast);
      await this.#end();
      const before = await this.#ask(route, bodyOf(route, this.cast));
      await reset(this.world, this.cast);
      await this.#open();
      const last = await lastRow(this.world);
      const answer = await this.#ask(route, bodyOf(route, this.cast));
      const rows = (await rowsSince(this.world, last)).filter((row) => row.actor_id === this.breaker.id);
      if (before.status !== 404 || answer.status === 404) continue;
      if (!route.startsWith('GET ')) {
        found.written += 1;
        progress(`${route} was answered ${answer.status} in an emergency`);
        continue;
      }
      found.opened += 1;
      const allowed = rows.filter(({ outcome, patient_id: about }) => outcome === 'allowed' && about !== null);
      if (allowed.length > 0 && allowed.every((row) => (row as { purpose?: string }).purpose === 'BTG')) continue;
      found.unaudited += 1;
      progress(`${route} left ${JSON.stringify(rows)}`);
    }
    return found;
  }

  /** How long after its end somebody was still let in; below 0 where nobody was. */
  async untilOver(): Promise<number> {
    await this.#end();
    const { glassId } = await this.#open();
    const [row]: { until: string }[] = await this.world.data
      .query(
        `update break_glass set until = greatest(now(), at) + make_interval(secs => $2) where id = $1
       returning (extract(epoch from until) * 1000)::float8 as until`,
        [glassId, opensMs / 1000],
      )
      .then(([rows]: [{ until: string }[], number]) => rows);
    const until = Number(row?.until);
    let [seen, late] = [0, Number.NEGATIVE_INFINITY];
    const reading = async () => {
      for (;;) {
        const began = performance.timeOrigin + performance.now();
        if ((await this.#reads()) === 404) return;
        seen += 1;
        // It was asked when it had ended already, and was answered all the same.
        late = Math.max(late, began - until);
      }
    };
    await Promise.all(Array.from({ length: readers }, reading));
    if (seen === 0) throw new Error('Nobody was let in at all.');
    return late;
  }

  /** How often the patient was not told. */
  async untold(): Promise<number> {
    const path = `/api/episodes/${this.cast.ids.episodeId}/messages`;
    let [told, next] = [0, path as string | null];
    while (next) {
      const page = (await this.server.ask({ path: next, cookie: this.cast.people.patient?.cookie }))
        .body as ThreadPage & {
        next?: string | null;
      };
      told += page.items.filter(({ text }) => text.includes(reason)).length;
      next = page.next ? `${path}?after=${encodeURIComponent(page.next)}` : null;
    }
    return this.#opened - told;
  }

  /** How many could be reviewed by who opened them, twice, or not at all. */
  async unreviewed(): Promise<number> {
    const { body } = await this.#as(this.cast.people.related, 'GET', `/api/pages/glass/${this.cast.ids.institutionId}`);
    const open = (body as GlassPage).items.filter(({ review }) => review === null);
    let wrong = open.length === 0 ? 1 : 0;
    for (const { glassId } of open) {
      const review = (by: Somebody | null) =>
        this.#as(by, 'POST', `/api/glass/${glassId}/review`, { justified: false });
      const answers = [
        await review(this.breaker),
        ...(await Promise.all([review(this.cast.people.related), review(this.cast.people.related)])),
      ];
      const statuses = answers.map(({ status }) => status);
      const once = statuses.slice(1).toSorted().join() === '204,409' || codeOf(answers).includes('not_allowed_now');
      if (statuses[0] !== 404 || statuses.filter((status) => status === 204).length !== 1 || !once) wrong += 1;
    }
    return wrong + ((await this.#reads()) === 404 ? 0 : 1);
  }

  async #open(): Promise<GlassOpened> {
    const answer = await this.#ask('POST /api/institutions/{institutionId}/glass', { ...who, reason });
    if (answer.status !== 200) throw new Error(`An emergency was answered ${answer.status}: ${answer.text}`);
    this.#opened += 1;
    return answer.body as GlassOpened;
  }

  #end(): Promise<unknown> {
    return this.world.data.query(
      `update break_glass set at = least(at, now() - interval '1 minute'), until = least(until, now() - interval '1 second')
        where person_id = $1`,
      [this.breaker.id],
    );
  }

  async #reads(): Promise<number> {
    const path = `/api/pages/records/${this.cast.patientId}`;
    return (await this.server.ask({ path, cookie: this.breaker.cookie })).status;
  }

  #ask(route: string, body: unknown): Promise<Answer> {
    const [method = '', template = ''] = route.split(' ');
    const json = method === 'GET' || method === 'DELETE' ? {} : { json: body };
    const path = pathOf(template, this.cast, 'physician');
    return this.server.ask({ method, path, cookie: this.breaker.cookie, headers: headersOf(route), ...json });
  }

  #as(somebody: Somebody | null, method: string, path: string, json?: unknown): Promise<Answer> {
    const headers = { 'idempotency-key': randomUUID() };
    return this.server.ask({ method, path, cookie: somebody?.cookie, headers, ...(json ? { json } : {}) });
  }
}

const reason = 'Brought in unconscious; allergies unknown.';
const codeOf = (answers: readonly Answer[]) => answers.map(({ body }) => (body as Problem | null)?.code);
