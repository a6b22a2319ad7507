import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BriefPage, ImportReport } from '@okaeri/contracts';
import { createTestDatabase } from '../../support/database';
import { needDatabaseServer } from '../../support/database-server';
import { longRecord } from '../../support/long-record';
import { signIn, startApi } from '../../support/server';
import type { Ask } from '../../support/server';

export interface Read {
  importMs: number[];
  importMb: number;
  briefMs: number[];
  resources: number;
}

const imports = 12;
const briefs = 40;
const megabyte = 1_000_000;
/** Of a document of 1.8 MB. */
const entriesOfOne = 1370;

/**
 * A patient brings long summaries, each of them new, and her physician opens the brief of what has become of it: by HTTP, through the whole
 * api, over PostgreSQL and a sealed folder.
 */
export async function reading(legs: readonly string[], progress: (line: string) => void): Promise<Read> {
  const stops: (() => Promise<unknown>)[] = [await needDatabaseServer()];
  try {
    const database = await createTestDatabase();
    stops.push(() => database.drop());
    const folder = await mkdtemp(join(tmpdir(), 'okaeri-reading-'));
    stops.push(() => rm(folder, { recursive: true }));
    const server = await startApi(database.url, { OKAERI_DEMO: '1', BLOB_FOLDER: folder, LOG_LEVEL: 'warn' });
    stops.push(() => server.close());
    const cookies = { emily: await signIn(server, 'emily'), sato: await signIn(server, 'sato') };
    const [row] = await database.query<{ id: string }>(`select id from person where name_latin = 'Emily Tremblay'`);
    const personId = row?.id ?? '';
    const timed = async (persona: keyof typeof cookies, ask: Ask): Promise<{ ms: number; body: unknown }> => {
      const began = performance.now();
      const answer = await server.ask({ ...ask, cookie: cookies[persona] });
      const ms = performance.now() - began;
      if (answer.status !== 200) throw new Error(`${ask.path} was answered ${answer.status}`);
      return { ms, body: answer.body };
    };
    const bring = (raw: string) =>
      timed('emily', {
        ...{ method: 'POST', path: `/api/patients/${personId}/record/imports`, raw },
        headers: { 'content-type': 'application/fhir+json', 'content-length': String(Buffer.byteLength(raw)) },
      });
    const read: Read = { importMs: [], importMb: 0, briefMs: [], resources: 0 };
    const count = async () =>
      Number((await database.query<{ n: string }>('select count(*) as n from fhir_resource'))[0]?.n);

    // The brief first: its record is not to grow meanwhile.
    if (legs.includes('brief')) {
      for (const part of [1, 2, 3, 4]) await bring(longRecord(`part ${part}`, 1250));
      read.resources = await count();
      for (let round = 0; round < briefs; round += 1) {
        const { ms, body } = await timed('sato', { path: `/api/pages/records/${personId}/brief` });
        if ((body as BriefPage).sections.length < 5) throw new Error('The brief says nothing.');
        read.briefMs.push(ms);
      }
      progress(`the brief of ${read.resources} resources: ${list(read.briefMs)}`);
    }
    if (legs.includes('import')) {
      await bring(longRecord('first', entriesOfOne));
      for (let round = 0; round < imports; round += 1) {
        const raw = longRecord(`round ${round}`, entriesOfOne);
        read.importMb = Math.round((Buffer.byteLength(raw) / megabyte) * 100) / 100;
        const { ms, body } = await bring(raw);
        if ((body as ImportReport).counts.taken < entriesOfOne) throw new Error('Something was not taken.');
        read.importMs.push(ms);
      }
      progress(`an import of ${read.importMb} MB: ${list(read.importMs)}`);
    }
    return read;
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

const list = (values: readonly number[]) => `${values.map((value) => value.toFixed(0)).join(', ')} ms`;
