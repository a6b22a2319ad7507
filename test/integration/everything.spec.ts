import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportReport, SessionPage, UploadView } from '@okaeri/contracts';
import { RecordsWorld } from '../support/records-world';
import { pngOf } from '../support/sample-files';
import { sampleRecord } from '../support/sample-record';
import { until } from '../support/until';
import { unzipped } from '../support/unzipped';

jest.setTimeout(60_000);

interface Bundle {
  resourceType: string;
  type: string;
  entry: { resource: { resourceType: string } & Record<string, unknown> }[];
}

/** Real: PostgreSQL, the api, the vault, and a reader of archives that others wrote. */
describe('everything about a patient', () => {
  let world: RecordsWorld;
  let emily: string;

  beforeAll(async () => {
    world = await RecordsWorld.open();
    emily = (await world.told<SessionPage>('emily', { path: '/api/session' })).me?.personId ?? '';
  });
  afterAll(() => world.close());

  const path = () => `/api/patients/${emily}/everything`;
  const take = async () => (await world.bytes('emily', path())).bytes;

  it('is hers alone to take', async () => {
    for (const persona of ['sato', 'mori', 'chen']) {
      expect([persona, (await world.ask(persona, { path: path() })).status]).toEqual([persona, 404]);
    }
  });

  it('is one archive that others can read, with her files as they came', async () => {
    const picture = pngOf(90_000);
    const { fileId } = await world.send('emily', '../../knee.png', picture, 'image/png');
    const raw = sampleRecord();
    const brought = await world.told<ImportReport>('emily', {
      ...{ method: 'POST', path: `/api/patients/${emily}/record/imports`, raw },
      headers: { 'content-type': 'application/fhir+json', 'content-length': String(Buffer.byteLength(raw)) },
    });
    const letter = Buffer.from('%PDF-1.4\n% nothing runs in it\n%%EOF\n');
    const upload = await world.told<UploadView>('emily', {
      ...{ method: 'POST', path: `/api/patients/${emily}/uploads` },
      json: { name: 'letter.pdf', bytes: letter.length, type: '' },
    });
    await world.put('emily', `/api/patients/${emily}/uploads/${upload.uploadId}/content`, 0, letter);
    const done = { path: `/api/patients/${emily}/uploads/${upload.uploadId}` };
    await until(async () => (await world.told<UploadView>('emily', done)).state === 'done');
    const came = `originals/${upload.uploadId}/letter.pdf`;
    const files = await unzipped(await take());
    const bundle = (name: string) => JSON.parse(files.get(name)?.toString('utf8') ?? 'null') as Bundle;
    const typesIn = (name: string) => new Set(bundle(name).entry.map(({ resource }) => resource.resourceType));
    const [original, file] = [`originals/${brought.importId}.json`, `files/${fileId}/knee.png`];
    expect([...files.keys()]).toEqual(expect.arrayContaining(['README.txt', 'record.json', original, file, came]));
    expect(files.get(file)?.equals(picture)).toBe(true);
    expect(files.get(came)?.equals(letter)).toBe(true);
    expect(files.get(original)?.toString('utf8')).toBe(raw);
    expect(bundle('record.json')).toMatchObject({ resourceType: 'Bundle', type: 'document' });
    const cared = ['Patient', 'EpisodeOfCare', 'Appointment', 'Composition', 'Communication', 'DocumentReference'];
    expect(typesIn('care.json')).toEqual(new Set(cared));
    expect(typesIn('who-looked.json')).toEqual(new Set(['AuditEvent']));
    expect(files.get('README.txt')?.toString('utf8')).toContain('record.json');
  });

  it('breaks off where a file is damaged, so that nobody takes it for whole', async () => {
    const { fileId } = await world.send('emily', 'torn.png', pngOf(200_000), 'image/png');
    const stored = (await readdir(world.folder, { recursive: true })).find((name) => name.endsWith(fileId)) ?? '';
    const torn = await open(join(world.folder, stored), 'r+');
    await torn.write(Buffer.from([1, 2, 3, 4]), 0, 4, 100_000);
    await torn.close();
    await expect(take()).rejects.toThrow('terminated');
  });
});
