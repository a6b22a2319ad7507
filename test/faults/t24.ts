import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImportReport, RecordPage } from '@okaeri/contracts';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { createTestDatabase } from '../support/database';
import { needDatabaseServer } from '../support/database-server';
import { hostileFiles } from '../support/hostile-records';
import { signIn, startApi } from '../support/server';
import { Standalone } from '../support/standalone';
import { UploadHouse } from '../support/upload-house';

const targets = {
  ...{ serverErrors: 0, outbound: 0, partial: 0, foreign: 0, seconds: 2, hugeSeconds: 20 },
  ...{ longNextMs: 200, longGrowthMb: 512 },
};
const longEntries = 100_000;

/**
 * T24: files that were made to hurt. Each is answered in time and not by an error of ours; it is in the record as a whole or not at all;
 * nothing is fetched that it names; and what is another patient’s stays as it is.
 */
export async function hostileRecords(progress: (line: string) => void): Promise<BenchResult> {
  const stops: (() => Promise<unknown>)[] = [await needDatabaseServer()];
  const calls = watchCalls();
  try {
    const database = await createTestDatabase();
    stops.push(() => database.drop());
    const folder = await mkdtemp(join(tmpdir(), 'okaeri-t24-'));
    stops.push(() => rm(folder, { recursive: true }));
    const trap = await openTrap();
    stops.push(trap.close);
    const server = await startApi(database.url, { OKAERI_DEMO: '1', BLOB_FOLDER: folder, LOG_LEVEL: 'warn' });
    stops.push(() => server.close());
    const cookies = { emily: await signIn(server, 'emily'), tanaka: await signIn(server, 'tanaka') };
    const value = async (sql: string) => String((await database.query<{ v: string }>(sql))[0]?.v ?? '');
    const emily = await value(`select id as v from person where name_latin = 'Emily Tremblay'`);
    const other = await value(
      `insert into person (name, name_latin, language, zone, country, place)
       values ('Other', 'Other', 'en', 'America/Toronto', 'CA', '{"en": "Toronto"}') returning id as v`,
    );
    await database.query(
      `insert into episode (patient_id, institution_id, title)
       select $1, institution_id, '{"en": "Other"}' from episode where patient_id = $2 limit 1`,
      [other, emily],
    );
    const theirs = (personId: string) =>
      value(
        `select md5(coalesce(string_agg(sha256 || source, ',' order by source), '')) as v
           from fhir_resource where patient_id = '${personId}'`,
      );
    const bring = async (persona: keyof typeof cookies, personId: string, raw: string) =>
      server.ask({
        ...{ method: 'POST', path: `/api/patients/${personId}/record/imports`, cookie: cookies[persona], raw },
        headers: { 'content-type': 'application/fhir+json', 'content-length': String(Buffer.byteLength(raw)) },
      });
    const files = hostileFiles(trap.origin);
    await bring('tanaka', other, files.others);
    const othersBefore = await theirs(other);
    const count = async () =>
      Number(await value(`select count(*) as v from fhir_resource where patient_id = '${emily}'`));
    const took: number[] = [];
    const found = { serverErrors: 0, partial: 0, foreign: 0 };
    let slowest = '';
    let hugeMs = 0;
    for (const { name, raw, all, huge } of files.hostile) {
      const before = await count();
      const began = performance.now();
      const answer = await bring('emily', emily, raw());
      const ms = performance.now() - began;
      if (huge) hugeMs = Math.max(hugeMs, ms);
      else if (ms >= Math.max(0, ...took)) slowest = name;
      if (!huge) took.push(ms);
      const report = answer.body as ImportReport | null;
      const more = (await count()) - before;
      const said = (report?.counts?.taken ?? 0) + (report?.counts?.kept ?? 0) - (report?.counts?.unchanged ?? 0);
      if (answer.status >= 500) found.serverErrors += 1;
      const partial = more !== said || (all !== undefined && more !== all);
      if (partial) found.partial += 1;
      const became = `${answer.status} ${report?.outcome ?? ''}, ${more} more`;
      progress(`${name}: ${became}${partial ? `, and ${all ?? said} were said` : ''}, ${ms.toFixed(0)} ms`);
    }
    // What was taken is read, too: by whoever opens the page.
    for (const what of ['', '/brief', '/timeline', '/trends']) {
      const path = `/api/pages/records/${emily}${what}`;
      const began = performance.now();
      const answer = await server.ask({ path, cookie: cookies.emily });
      progress(`${what || 'all of it'} read: ${answer.status}, ${(performance.now() - began).toFixed(0)} ms`);
      if (answer.status >= 500) found.serverErrors += 1;
      if (answer.text.includes(files.secret)) found.foreign += 1;
      for (const href of what === '' ? hrefsIn(answer.body as RecordPage) : []) {
        if ((await server.ask({ path: href, cookie: cookies.emily })).status >= 500) found.serverErrors += 1;
      }
    }
    if ((await theirs(other)) !== othersBefore) found.foreign += 1;
    const long = await longFile(progress);
    if (!long.whole) found.partial += 1;
    const outbound = calls.elsewhere() + trap.calls();
    const figures = summary(took, 'ms');
    progress(`the slowest was ${slowest}; ${outbound} calls went out`);
    return {
      ...{
        bench: 'T24',
        samples: took.length,
        ours: { ...figures, ...found, outbound, slowest, hugeMs: Math.round(hugeMs), ...long.figures },
      },
      ...{ baseline: null, ratio: null, targets },
      met:
        found.serverErrors + found.partial + found.foreign + outbound === 0 &&
        figures.max <= targets.seconds * 1000 &&
        hugeMs <= targets.hugeSeconds * 1000 &&
        long.figures.longNextMs <= targets.longNextMs &&
        long.figures.longGrowthMb <= targets.longGrowthMb,
    };
  } finally {
    calls.stop();
    for (const stop of stops.reverse()) await stop();
  }
}

/** A file of a hundred thousand entries, brought in pieces to a server as it is built: it is taken whole, and others are answered meanwhile. */
async function longFile(
  progress: (line: string) => void,
): Promise<{ whole: boolean; figures: { longMb: number; longMs: number; longNextMs: number; longGrowthMb: number } }> {
  const server = await Standalone.start();
  try {
    const house = await UploadHouse.of(server);
    const content = Buffer.from(resultsOf(longEntries));
    // What a first file leaves behind is part of a server that does nothing.
    await house.bring(Buffer.from(resultsOf(2000)));
    await house.forgetPeak();
    const idle = (await house.memory()).now;
    let isDone = false;
    const began = performance.now();
    const bringing = house.bring(content).finally(() => (isDone = true));
    let next = 0;
    while (!isDone) {
      const asked = performance.now();
      await house.lookUp();
      next = Math.max(next, performance.now() - asked);
      await pause(20);
    }
    const { counts, rows } = await bringing;
    const figures = {
      longMb: Math.round(content.length / 1e6),
      longMs: Math.round(performance.now() - began),
      longNextMs: Math.round(next),
      longGrowthMb: Math.round((await house.memory()).peak - idle),
    };
    const said = `${counts.taken} taken, ${house.errors} errors, ${rows.map((row) => row.said).join('; ')}`;
    progress(`${longEntries} entries: ${JSON.stringify(figures)}, ${said}`);
    return { whole: counts.taken === longEntries && house.errors === 0, figures };
  } finally {
    await server.stop();
  }
}

const resultsOf = (count: number): string =>
  JSON.stringify({
    ...{ resourceType: 'Bundle', type: 'collection' },
    entry: Array.from({ length: count }, (_, at) => ({
      fullUrl: `urn:uuid:24240000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      resource: {
        ...{ resourceType: 'Observation', status: 'final', effectiveDateTime: '2026-01-01T08:30:00+09:00' },
        category: [{ coding: [{ system: observationCategory, code: 'laboratory' }] }],
        code: { coding: [{ system: 'http://loinc.org', code: '718-7' }], text: `Haemoglobin ${at % 50}` },
        valueQuantity: { value: (at % 90) / 10, unit: 'g/dL', system: 'http://unitsofmeasure.org', code: 'g/dL' },
      },
    })),
  });
const observationCategory = 'http://terminology.hl7.org/CodeSystem/observation-category';

const hrefsIn = (page: RecordPage): string[] =>
  page.sections
    .flatMap(({ lines }) => lines.flatMap(({ attachments }) => attachments.flatMap(({ href }) => href ?? [])))
    .slice(0, 20);

/** A server that nobody may call. */
async function openTrap(): Promise<{ origin: string; calls: () => number; close: () => Promise<unknown> }> {
  let calls = 0;
  const server = createServer((socket) => {
    calls += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: () => calls,
    close: () => new Promise((resolve) => void server.close(resolve)),
  };
}

/** Counts what this process connects to besides itself; the api runs in it. */
function watchCalls(): { elsewhere: () => number; stop: () => void } {
  const connect = Reflect.get(Socket.prototype, 'connect') as (...given: unknown[]) => Socket;
  let count = 0;
  const watched = function (this: Socket, ...given: unknown[]): Socket {
    const told = JSON.stringify(given, (key, value: unknown) =>
      typeof value === 'function' || key === 'signal' ? undefined : value,
    );
    if (told && /"(?:host|servername|hostname)":"(?!(?:[a-z]+\.)?localhost|127\.|::1)[^"]+"|169\.254/.test(told))
      count += 1;
    return connect.apply(this, given);
  };
  Reflect.set(Socket.prototype, 'connect', watched);
  return { elsewhere: () => count, stop: () => void Reflect.set(Socket.prototype, 'connect', connect) };
}
