import type { HealthLinkShown, LinkView, Manifest, UploadView } from '@okaeri/contracts';
import { compactDecrypt } from 'jose';
import { RecordsWorld } from '../support/records-world';
import { dicom, zip } from '../support/sample-dicom';
import { pdf, png } from '../support/sample-files';
import { ask } from '../support/server';
import { unzipped } from '../support/unzipped';
import { until } from '../support/until';

jest.setTimeout(60_000);

const letter = pdf({ pages: 1 });
const note = Buffer.from('%PDF-1.4\nA letter within a record.\n%%EOF');
const slices = [1, 2].map((number) => dicom({ number, size: 32 }));
const record = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      fullUrl: 'urn:uuid:5c1f0f7e-3b52-4b0a-9d3f-0d8b52a0c001',
      resource: {
        ...{ resourceType: 'DocumentReference', status: 'current', description: 'Discharge letter' },
        content: [{ attachment: { contentType: 'application/pdf', title: 'letter', data: note.toString('base64') } }],
      },
    },
  ],
};
interface Attachment {
  contentType: string;
  title: string;
  data: string;
}
interface Document {
  resourceType: string;
  entry: { resource: { resourceType: string; content: { attachment: Attachment }[] } }[];
}

/** Real: PostgreSQL, the whole api, a folder for the bytes. */
describe('documents and pictures behind a SMART Health Link', () => {
  let world: RecordsWorld;
  let emily: string;

  beforeAll(async () => {
    world = await RecordsWorld.open({ OKAERI_RATES: 'wide' });
    const [row] = await world.database.query<{ id: string }>('select patient_id as id from episode where id = $1', [
      world.episodeId,
    ]);
    emily = row?.id ?? '';
    await bring('Letter of Dr. Lee.pdf', letter);
    for (const slice of slices) await bring('slice.dcm', slice);
    const raw = JSON.stringify(record);
    await world.told('emily', {
      ...{ method: 'POST', path: `/api/patients/${emily}/record/imports`, raw },
      headers: { 'content-type': 'application/fhir+json', 'content-length': String(Buffer.byteLength(raw)) },
    });
  });
  afterAll(() => world.close());

  async function bring(name: string, content: Buffer): Promise<void> {
    const path = `/api/patients/${emily}/uploads`;
    const json = { name, bytes: content.length, type: '' };
    const { uploadId } = await world.told<UploadView>('emily', { method: 'POST', path, json });
    await world.put('emily', `${path}/${uploadId}/content`, 0, content);
    await until(
      async () => (await world.told<UploadView>('emily', { path: `${path}/${uploadId}` })).state !== 'working',
    );
  }
  const make = async (categories: string[], passcode: string | null = null) => {
    const json = { label: 'For Dr. Lee', categories, days: 30, passcode };
    const made = await world.told<HealthLinkShown>('emily', { method: 'POST', path: '/api/me/health-links', json });
    const payload = JSON.parse(Buffer.from(made.shlink.replace('shlink:/', ''), 'base64url').toString('utf8')) as {
      url: string;
      key: string;
    };
    return { ...made, key: Buffer.from(payload.key, 'base64url'), path: new URL(payload.url).pathname };
  };
  const lee = { recipient: 'Dr. Lee' };
  const post = (path: string, json: object) => ask(world.server.port, { method: 'POST', path, json });
  const get = (path: string) => ask(world.server.port, { path });
  const saved = async (path: string) => {
    const answer = await fetch(`http://localhost:${world.server.port}${path}`);
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const viewOf = async (path: string) => (await post(`${path}/view`, { ...lee, passcode: null })).body as LinkView;
  const filesOf = async (path: string) => ((await post(path, lee)).body as Manifest).files;

  it('are files of the manifest beside the summary, each a Bundle that holds the bytes as they came', async () => {
    const { path, key } = await make(['documents', 'images']);
    const [summary, ...files] = await filesOf(path);
    expect(summary?.embedded).toBeDefined();
    expect(files.map(({ contentType }) => contentType)).toEqual(['application/fhir+json', 'application/fhir+json']);
    const read = async ({ location = '' }: { location?: string } = {}): Promise<Attachment[]> => {
      const { text } = await get(new URL(location).pathname);
      const { plaintext, protectedHeader } = await compactDecrypt(text, key);
      expect(protectedHeader).toMatchObject({ enc: 'A256GCM', zip: 'DEF', cty: 'application/fhir+json' });
      const { entry } = JSON.parse(Buffer.from(plaintext).toString('utf8')) as Document;
      expect(entry[0]?.resource.resourceType).toBe('DocumentReference');
      return entry[0]?.resource.content.map(({ attachment }) => attachment) ?? [];
    };
    const [document = [], series = []] = [await read(files[0]), await read(files[1])].map((each) =>
      each.map(({ contentType, title, data }) => ({ contentType, title, bytes: Buffer.from(data, 'base64') })),
    );
    expect(document).toEqual([{ contentType: 'application/pdf', title: 'Letter of Dr. Lee.pdf', bytes: letter }]);
    expect(series.map(({ contentType }) => contentType)).toEqual(['application/dicom', 'application/dicom']);
    expect(series.map(({ bytes }) => bytes)).toEqual(slices);
    // Once, each of them.
    expect((await get(new URL(files[0]?.location ?? '').pathname)).status).toBe(404);
  });

  it.each([
    ['neither', ['medicines'], 0],
    ['documents alone', ['medicines', 'documents'], 1],
    ['pictures alone', ['medicines', 'images'], 1],
  ])('are handed on as they were chosen: %s', async (_, categories, count) => {
    const { path } = await make(categories);
    expect((await filesOf(path)).filter(({ location }) => location)).toHaveLength(count);
    expect((await viewOf(path)).files).toHaveLength(count);
  });

  it('can be saved on the page of this house, for a while and as long as the link holds', async () => {
    const { path, linkId } = await make(['documents', 'images']);
    const { files, sections } = await viewOf(path);
    const [document, series] = files;
    expect(document).toMatchObject({ what: 'document', name: 'Letter of Dr. Lee.pdf', bytes: letter.length });
    expect(series).toMatchObject({ what: 'series', name: 'Portal venous', count: 2 });
    const first = await saved(document?.href ?? '');
    expect(first.bytes).toEqual(letter);
    expect(first.answer.headers.get('content-disposition')).toContain('attachment');
    expect(first.answer.headers.get('content-security-policy')).toContain('sandbox');
    // Pressed twice it is saved twice.
    expect((await saved(document?.href ?? '')).bytes).toEqual(letter);
    expect([...(await unzipped((await saved(series?.href ?? '')).bytes)).values()]).toEqual(slices);
    expect((await saved(series?.preview ?? '')).bytes.subarray(1, 4).toString()).toBe('PNG');
    const attached = sections.flatMap(({ lines }) => lines).flatMap(({ attachments }) => attachments);
    expect(attached).toHaveLength(1);
    expect((await saved(attached[0]?.href ?? '')).bytes).toEqual(note);
    // A place of the page is none of a manifest, nor the other way round.
    expect((await get((document?.href ?? '').replace('/content', ''))).status).toBe(404);
    await world.database.query(`update health_link_file set expires_at = now() where item_id is not null and at = 0`);
    expect((await saved(document?.href ?? '')).answer.status).toBe(404);
    const again = (await viewOf(path)).files[0]?.href ?? '';
    expect((await saved(again)).answer.status).toBe(200);
    await world.told('emily', { method: 'DELETE', path: `/api/me/health-links/${linkId}` });
    expect((await saved(again)).answer.status).toBe(404);
  });

  it('are handed on also where they came in an archive, those too that nobody could look into', async () => {
    const locked = pdf({ trailer: '/Encrypt 99 0 R' });
    const inside = new Map([
      ['Result.pdf', pdf({ pages: 2 })],
      ['Wound.png', png()],
      ['Locked.pdf', locked],
    ]);
    await bring('papers.zip', zip([...inside].map(([name, content]) => ({ name: `papers/${name}`, content }))));
    const { path } = await make(['documents']);
    const { files } = await viewOf(path);
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining([...inside.keys()]));
    for (const { name, href } of files) {
      const content = inside.get(name);
      if (content) expect([name, (await saved(href)).bytes.equals(content)]).toEqual([name, true]);
    }
    expect((await filesOf(path)).filter(({ location }) => location)).toHaveLength(files.length);
  });

  it('leave a row in the ledger each time', async () => {
    const { path, linkId } = await make(['documents']);
    await saved((await viewOf(path)).files[0]?.href ?? '');
    const rows = await world.database.query(`select outcome from ledger where entity = 'link' and entity_id = $1`, [
      linkId,
    ]);
    expect(rows).toEqual([{ outcome: 'allowed' }, { outcome: 'allowed' }]);
  });
});
