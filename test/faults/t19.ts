import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UploadView } from '@okaeri/contracts';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { ClamdServer, eicar } from '../support/clamd';
import { needDatabaseServer } from '../support/database-server';
import { dicom, zip } from '../support/sample-dicom';
import { svg } from '../support/sample-files';
import { Standalone } from '../support/standalone';
import { UploadHouse } from '../support/upload-house';

/** As many as break off when a mast fails, all at once. */
const dropped = 500;
const waves = 3;
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
    const house = await UploadHouse.of(server);
    // What a first file leaves behind is part of a server that does nothing.
    for (let round = 0; round < 3; round += 1) await house.bring(dicom({ uid: `1.2.9.9.${round}`, size: 1024 }));
    // So is what as many cost who only look something up: what is looked for is what harm costs.
    for (let wave = 0; wave < waves; wave += 1) await house.crowd(dropped);
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
      const { peak } = await house.memory();
      progress(
        `${right ? 'as it should be' : 'WRONG'}: ${name}: ${view.state}, ${JSON.stringify(view.counts)}, ` +
          `${(peak - idle).toFixed(0)} MB more at most`,
      );
    }
    wrong += await oddNames(house, progress);
    const next: number[] = [];
    for (let wave = 0; wave < waves; wave += 1) {
      await house.drop(dropped);
      const began = performance.now();
      await house.lookUp();
      next.push(performance.now() - began);
    }
    progress(`${dropped} uploads broke off at once, ${waves} times: ${next.map(Math.round).join(', ')} ms`);
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
      ...{ bench: 'T19', samples: attacks.length + waves * dropped, baseline: null, ratio: null, targets },
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
async function oddNames(house: UploadHouse, progress: (line: string) => void): Promise<number> {
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
