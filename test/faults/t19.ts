import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SessionPage, UploadView } from '@okaeri/contracts';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { ClamdServer, eicar } from '../support/clamd';
import { needDatabaseServer } from '../support/database-server';
import { dicom, zip } from '../support/sample-dicom';
import { svg } from '../support/sample-files';
import { ask, signIn } from '../support/server';
import type { Answer, TestServer } from '../support/server';
import { Standalone } from '../support/standalone';

const dropped = 500;
/** As many as break off when a mast fails. */
const atOnce = 50;
const pages = 50_000;
const targets = { wrong: 0, errors: 0, growthMb: 64, leftBehind: 0, nextMs: 200 };

/** What is brought, and whether the house may keep it. */
interface Attack {
  name: string;
  content: () => Buffer;
  /** `refused`: nothing of it may be left. */
  expected: UploadView['state'];
  /** What its report has to count as taken: nothing of what means harm. */
  taken: number;
}

const attacks: readonly Attack[] = [
  ...of('a zip that unfolds without end', 'refused', () =>
    zip([{ name: 'a', content: Buffer.alloc(400 * 1024 * 1024) }]),
  ),
  ...of('a zip whose files share their bytes', 'refused', () =>
    zip([
      { name: 'a', content: dicom() },
      { name: 'b', content: dicom(), says: { at: 0 } },
    ]),
  ),
  ...of('a zip in a zip', 'done', () =>
    zip([{ name: 'b.zip', content: zip([{ name: 'a', content: Buffer.alloc(9e6) }]) }]),
  ),
  ...of('a zip of 30,000 files', 'refused', () =>
    zip(Array.from({ length: 30_000 }, (_, at) => ({ name: `${at}`, content: Buffer.from('x') }))),
  ),
  ...of('names that lead out', 'done', () => zip([{ name: '../../../../tmp/okaeri-t19', content: dicom() }]), 1),
  ...of('a document of 50,000 pages', 'done', longPdf, 1),
  ...of('a picture that is a program too', 'refused', () => dicom({ preamble: 'MZ\x90\x00' })),
  ...of('a picture that is a page too', 'refused', () => dicom({ preamble: '<html><script>' })),
  ...of('a picture of two thousand million frames', 'done', () => dicom({ frames: '2147483647', uid: '1.2.9.1' })),
  ...of('a picture of a false length', 'done', () => dicom({ uid: '1.2.9.2' }).subarray(0, 400)),
  ...of('a virus', 'refused', () => Buffer.concat([dicom({ uid: '1.2.9.3' }), eicar])),
  ...of('a virus in a zip', 'refused', () => zip([{ name: 'eicar.txt', content: eicar }], true)),
  ...of('a drawing with a script', 'refused', svg),
];

function of(name: string, expected: Attack['expected'], content: () => Buffer, taken = 0): Attack[] {
  return [{ name, expected, content, taken }];
}

/**
 * T19: everything that has ever been sent to a hospital's upload by somebody who meant harm, and five hundred uploads that break
 * off at once. Each is refused or laid aside; the server grows by little, leaves nothing lying about, and answers the next
 * one at once.
 */
export async function harmfulUploads(progress: (line: string) => void): Promise<BenchResult> {
  const stops: (() => Promise<unknown>)[] = [await needDatabaseServer()];
  try {
    const clamd = await ClamdServer.start({ most: 1024 ** 3 });
    stops.push(() => clamd.stop());
    const folder = await mkdtemp(join(tmpdir(), 'okaeri-t19-'));
    stops.push(() => rm(folder, { recursive: true, force: true }));
    const server = await Standalone.start({ env: { BLOB_FOLDER: folder, CLAMD_URL: clamd.url } });
    stops.push(() => server.stop());
    const house = await House.of(server);
    // What a first file leaves behind is part of a server that does nothing.
    for (let round = 0; round < 3; round += 1) await house.bring(dicom({ uid: `1.2.9.9.${round}`, size: 1024 }));
    const before = (await blobsIn(folder)).length;
    await house.forgetPeak();
    const idle = (await house.memory()).now;
    let wrong = 0;
    let keeps = 0;
    for (const { name, content, expected, taken } of attacks) {
      const view = await house.bring(content());
      const right = view.state === expected && view.counts.taken === taken;
      if (!right) wrong += 1;
      // The file itself, and of an archive each picture.
      if (view.state === 'done') keeps += view.kind === 'zip' ? 1 + taken : 1;
      progress(`${right ? 'as it should be' : 'WRONG'}: ${name}: ${view.state}, ${JSON.stringify(view.counts)}`);
    }
    wrong += await oddNames(house, progress);
    const next: number[] = [];
    for (let from = 0; from < dropped; from += atOnce) {
      await house.drop(atOnce);
      const began = performance.now();
      await house.get('/uploads/00000000-0000-4000-8000-000000000000');
      next.push(performance.now() - began);
    }
    progress(`${dropped} uploads broke off`);
    const { peak, now } = await house.memory();
    await house.giveUp();
    const leftBehind = (await blobsIn(folder)).length - before - keeps;
    const escaped = await readFile('/tmp/okaeri-t19').then(
      () => 1,
      () => 0,
    );
    const found = { wrong: wrong + escaped, errors: house.errors, leftBehind };
    const growthMb = Math.round((peak - idle) * 10) / 10;
    progress(`memory: ${idle.toFixed(0)} MB idle, ${peak.toFixed(0)} MB at most, ${now.toFixed(0)} MB after`);
    const times = summary(next, 'ms');
    return {
      ...{ bench: 'T19', samples: attacks.length + dropped, baseline: null, ratio: null, targets },
      ours: { ...times, ...found, growthMb, afterMb: Math.round(now - idle), nextMs: times.max },
      met:
        Object.values(found).every((count) => count === 0) &&
        growthMb <= targets.growthMb &&
        times.max <= targets.nextMs,
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

/** Bodies with names that some parsers make objects, or code, of: each is a plain no, or is left out. */
async function oddNames(house: House, progress: (line: string) => void): Promise<number> {
  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const bodies = {
    'a field called __proto__': '{"name":"a","bytes":1,"__proto__":{"admin":true}}',
    'a field in brackets': `{"name":"a","bytes":1,"${'a[b]'.repeat(200)}":1}`,
    'ten thousand levels': deep(10_000),
    'a name of ways out': '{"name":"../../../../etc/passwd","bytes":1}',
  };
  let wrong = 0;
  for (const [name, raw] of Object.entries(bodies)) {
    const { status, body } = await house.post(raw);
    const refused = status >= 400 && status < 500;
    const right = status === 200 ? ['passwd', 'a'].includes((body as UploadView).name) : refused;
    if (!right) wrong += 1;
    progress(`${right ? 'as it should be' : 'WRONG'}: ${name}: ${status}`);
  }
  return wrong;
}

async function blobsIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((each) => each.isFile()).map(({ name }) => name);
}

function longPdf(): Buffer {
  const parts = ['%PDF-1.7\n'];
  const kids = Array.from({ length: pages }, (_, at) => `${at + 3} 0 R`).join(' ');
  parts.push('1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n');
  parts.push(`2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages} >>\nendobj\n`);
  for (let at = 0; at < pages; at += 1) {
    parts.push(`${at + 3} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>\nendobj\n`);
  }
  parts.push('trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n');
  return Buffer.from(parts.join(''), 'latin1');
}

/** The server, asked as Emily in her own window. */
class House {
  /** Answers that say that something of ours broke. */
  errors = 0;

  private constructor(
    private readonly port: number,
    private readonly pid: number,
    private readonly cookie: string,
    private readonly personId: string,
  ) {}

  static async of(server: Standalone): Promise<House> {
    const port = Number(new URL(server.origin).port);
    const asked = { port, ask: (input: Parameters<typeof ask>[1]) => ask(port, input) } as TestServer;
    const cookie = await signIn(asked, 'emily');
    const { body } = await asked.ask({ path: '/api/session', cookie });
    return new House(port, server.pid, cookie, (body as SessionPage).me?.personId ?? '');
  }

  get #base(): string {
    return `/api/patients/${this.personId}`;
  }

  get(path: string): Promise<Answer> {
    return this.#told({ path: `${this.#base}${path}` });
  }

  post(raw: string): Promise<Answer> {
    const headers = { 'idempotency-key': randomUUID() };
    return this.#told({ method: 'POST', path: `${this.#base}/uploads`, raw, headers });
  }

  async bring(content: Buffer): Promise<UploadView> {
    const announced = (await this.post(JSON.stringify({ name: 'file', bytes: content.length }))).body as UploadView;
    for (let from = 0; from < content.length; from += 1_048_576) {
      await this.#put(announced.uploadId, from, content.subarray(from, from + 1_048_576));
    }
    for (;;) {
      const view = (await this.get(`/uploads/${announced.uploadId}`)).body as UploadView;
      if (view.state === 'done' || view.state === 'refused') return view;
      await pause(100);
    }
  }

  /** So many at once, each broken off in its first piece. */
  async drop(count: number): Promise<void> {
    const ids = [...this.#coming];
    for (let at = ids.length; at < 8; at += 1) {
      const { body } = await this.post(JSON.stringify({ name: 'cut', bytes: 100_000_000 }));
      ids.push((body as UploadView).uploadId);
    }
    await Promise.all(
      Array.from({ length: count }, (_, at) =>
        this.#put(ids[at % ids.length] ?? '', 0, Buffer.alloc(1_048_576), 300_000),
      ),
    );
  }

  /** What is still coming is given up. */
  async giveUp(): Promise<void> {
    for (const id of this.#coming) await this.#told({ method: 'DELETE', path: `${this.#base}/uploads/${id}` });
  }

  readonly #coming = new Set<string>();

  /** Megabytes that the process has in memory, and the most since it was asked to forget. */
  async memory(): Promise<{ now: number; peak: number }> {
    const status = await readFile(`/proc/${this.pid}/status`, 'utf8');
    const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
    return { now: of('VmRSS'), peak: of('VmHWM') };
  }

  forgetPeak(): Promise<void> {
    return writeFile(`/proc/${this.pid}/clear_refs`, '5');
  }

  async #told(input: Parameters<typeof ask>[1]): Promise<Answer> {
    const answer = await ask(this.port, { ...input, cookie: this.cookie });
    if (answer.status >= 500) this.errors += 1;
    const { uploadId, state } = (answer.body ?? {}) as Partial<UploadView>;
    if (uploadId && state === 'receiving') this.#coming.add(uploadId);
    else if (uploadId) this.#coming.delete(uploadId);
    return answer;
  }

  #put(uploadId: string, offset: number, piece: Buffer, cut?: number): Promise<void> {
    return new Promise((resolve) => {
      const outgoing = request(
        {
          ...{ port: this.port, host: '127.0.0.1', method: 'PUT', agent: false },
          path: `${this.#base}/uploads/${uploadId}/content`,
          headers: {
            ...{ cookie: this.cookie, host: `localhost:${this.port}`, 'content-type': 'application/octet-stream' },
            ...{ 'content-length': piece.length, 'upload-offset': offset },
          },
        },
        (incoming) => {
          if ((incoming.statusCode ?? 0) >= 500) this.errors += 1;
          incoming.resume().on('end', resolve);
        },
      );
      outgoing.on('error', () => resolve());
      if (cut === undefined) outgoing.end(piece);
      else outgoing.write(piece.subarray(0, cut), () => outgoing.destroy());
    });
  }
}
