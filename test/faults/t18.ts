import { summary, quantile } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { absent, bodyOf, headersOf, pathOf } from '../support/access/asks';
import { castOf, reset } from '../support/access-cast';
import type { Cast } from '../support/access-cast';
import { actors, routes } from '../support/access-table';
import type { ActorName } from '../support/access-table';
import { canary } from '../support/canaries';
import { needDatabaseServer } from '../support/database-server';
import { startApi } from '../support/server';
import type { Answer, TestServer } from '../support/server';
import { SocketWorld } from '../support/socket-world';

const rounds = Number(process.env['OKAERI_ROUNDS'] ?? 40);
/** Two answers differ by their time where their medians do by more than this, both ways. */
const apart = { ms: 2, share: 0.3 };
const targets = { wrong: 0, leaked: 0, sizes: 0, times: 0 };

/**
 * T18: every route of the api, asked by each of ten people, plainly and with what other systems let through: other ids in query
 * and body, `_sort`, `_include`, HEAD, methods by a header, an encoded path. Who may not gets 401 or 404 and nothing of the
 * patient's; and what exists cannot be told from what does not, by length, headers or time. Messages of the socket are asked
 * the same by test/integration/access-socket.spec.ts, whose table must name every one of them.
 */
export async function nothingForStrangers(progress: (line: string) => void): Promise<BenchResult> {
  const stops: (() => Promise<unknown>)[] = [await needDatabaseServer()];
  try {
    const world = await SocketWorld.open();
    stops.push(() => world.close());
    const server = await startApi(world.url, { OKAERI_DEMO: '1', OKAERI_RATES: 'wide', HOUSE_SECRET: 'x'.repeat(32) });
    stops.push(() => server.close());
    const cast = await castOf(world);
    await world.data.query('update person set demo = true');
    await world.data.query('update person set name = $2, name_latin = $2 where id = $1', [cast.patientId, canary.name]);
    const found = { wrong: 0, leaked: 0, sizes: 0, times: 0 };
    let asked = 0;
    for (const [route, { expected }] of Object.entries(routes)) {
      for (const actor of actors) {
        if (expected[actor] < 400) continue;
        await reset(world, cast);
        for (const answer of await waysIn(server, cast, route, actor)) {
          asked += 1;
          const isNo = answer.status >= 400 && answer.status < 500;
          if (!isNo) progress(`${route} by ${actor}: ${answer.status} instead of ${expected[actor]}`);
          if (!isNo) found.wrong += 1;
          if (answer.text.includes(canary.name)) {
            found.leaked += 1;
            progress(`${route} by ${actor} says her name`);
          }
        }
      }
    }
    progress(
      `${asked} questions of those who may not, by ${Object.keys(routes).length} routes: ${found.wrong} let through`,
    );
    const times = await tellApart({ server, cast, found, progress });
    progress(`${times.length} routes asked ${rounds} times each for a foreign thing and for none`);
    return {
      ...{ bench: 'T18', samples: asked, baseline: null, ratio: null },
      ours: { ...summary(times, 'ms between medians'), ...found, routes: Object.keys(routes).length },
      targets,
      met: Object.values(found).every((count) => count === 0) && times.length > 10,
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

/** One question as it might be asked around the rules. */
async function waysIn(server: TestServer, cast: Cast, route: string, actor: ActorName): Promise<Answer[]> {
  const [method = '', template = ''] = route.split(' ');
  const path = pathOf(template, cast, actor);
  const owner = { personId: cast.patientId, patientId: cast.patientId, actor: cast.patientId, _method: 'GET' };
  const query = new URLSearchParams({
    ...owner,
    _sort: 'name',
    _include: '*',
    _revinclude: '*',
    patient: cast.patientId,
  });
  const hasBody = method !== 'GET' && method !== 'DELETE';
  const body = bodyOf(route, cast) as object;
  const common = { method, cookie: cast.people[actor]?.cookie, headers: headersOf(route) };
  const withBody = (more: object) => (hasBody ? { json: { ...body, ...more } } : {});
  const claims = {
    'x-http-method-override': 'GET',
    'x-person-id': cast.patientId,
    authorization: `Bearer ${cast.patientId}`,
  };
  return [
    await server.ask({ ...common, path, ...withBody({}) }),
    await server.ask({ ...common, path: `${path}?${query}`, ...withBody(owner) }),
    await server.ask({ ...common, path, headers: { ...common.headers, ...claims }, ...withBody({}) }),
    await server.ask({ ...common, path: path.replaceAll('-', '%2D').replace('/api/', '/api//'), ...withBody({}) }),
    ...(method === 'GET' ? [await server.ask({ ...common, method: 'HEAD', path })] : []),
  ];
}

/** By every read that names a thing: somebody else's beside none at all, in turn. Answers how far their medians are apart. */
async function tellApart(all: {
  server: TestServer;
  cast: Cast;
  found: { sizes: number; times: number };
  progress: (line: string) => void;
}): Promise<number[]> {
  const { server, cast, found, progress } = all;
  const between: number[] = [];
  for (const [route, { expected }] of Object.entries(routes)) {
    const template = route.split(' ')[1] ?? '';
    if (!route.startsWith('GET ') || !template.includes('{') || expected.foreign !== 404) continue;
    const paths = [pathOf(template, cast, 'foreign'), template.replace(/\{\w+\}/g, absent)] as const;
    const times: [number[], number[]] = [[], []];
    const seen: [Set<string>, Set<string>] = [new Set(), new Set()];
    for (let round = -3; round < rounds; round += 1) {
      for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const began = performance.now();
        const answer = await server.ask({ path: paths[which], cookie: cast.people.foreign?.cookie });
        if (round >= 0) times[which].push(performance.now() - began);
        seen[which].add(shapeOf(answer));
      }
    }
    if ([...seen[0]].join() !== [...seen[1]].join()) {
      found.sizes += 1;
      progress(`${route} answers otherwise what exists: ${[...seen[0]].join()} and ${[...seen[1]].join()}`);
    }
    const [there, none] = times.map((each) => quantile(each, 0.5)) as [number, number];
    const far = Math.abs(there - none);
    between.push(far);
    if (far <= apart.ms || far <= apart.share * Math.max(there, none)) continue;
    found.times += 1;
    progress(`${route} takes ${there.toFixed(1)} ms for what exists and ${none.toFixed(1)} ms for what does not`);
  }
  return between;
}

/** What can be seen of an answer besides its time; the number of the request differs and has one length. */
const shapeOf = ({ status, headers, text }: Answer): string =>
  [status, text.length, ...Object.keys(headers).toSorted(), headers['content-length']].join(' ');
