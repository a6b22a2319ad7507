import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  HealthLinkShown,
  HealthLinks,
  ImportReports,
  LinkView,
  LookedPage,
  Manifest,
  Problem,
  RecordPage,
} from '@okaeri/contracts';
import { compactDecrypt } from 'jose';
import { RecordsWorld } from '../support/records-world';
import { sampleRecord } from '../support/sample-record';
import { ask } from '../support/server';
import type { Answer } from '../support/server';

jest.setTimeout(60_000);

interface Payload {
  url: string;
  key: string;
  exp: number;
  flag: string;
  label: string;
}
const payloadOf = (shlink: string) =>
  JSON.parse(Buffer.from(shlink.replace('shlink:/', ''), 'base64url').toString('utf8')) as Payload;
const opened = async (payload: Payload, jwe: string | undefined) => {
  const { plaintext, protectedHeader } = await compactDecrypt(jwe ?? '', Buffer.from(payload.key, 'base64url'));
  return { text: Buffer.from(plaintext).toString('utf8'), header: protectedHeader };
};

/** Real: PostgreSQL, the whole api, a folder for the bytes, and a server elsewhere. */
describe('a SMART Health Link', () => {
  let world: RecordsWorld;
  let emily: string;

  beforeAll(async () => {
    world = await RecordsWorld.open({ OKAERI_RATES: 'wide', OUTBOUND_PRIVATE: '1' });
    const [row] = await world.database.query<{ id: string }>('select patient_id as id from episode where id = $1', [
      world.episodeId,
    ]);
    emily = row?.id ?? '';
    const raw = sampleRecord();
    await world.ask('emily', {
      method: 'POST',
      path: `/api/patients/${emily}/record/imports`,
      raw,
      headers: { 'content-type': 'application/fhir+json', 'content-length': String(Buffer.byteLength(raw)) },
    });
  });
  afterAll(() => world.close());

  const make = async (change: object = {}) => {
    const json = { label: 'For Dr. Lee', categories: ['medicines'], days: 30, passcode: null, ...change };
    const shown = await world.told<HealthLinkShown>('emily', { method: 'POST', path: '/api/me/health-links', json });
    return { ...shown, payload: payloadOf(shown.shlink), path: new URL(payloadOf(shown.shlink).url).pathname };
  };
  const post = (path: string, json: object, headers: Record<string, string> = {}): Promise<Answer> =>
    ask(world.server.port, { method: 'POST', path, json, headers: { 'x-forwarded-for': somewhere(), ...headers } });
  // Of one place few are answered in a minute.
  let places = 0;
  const somewhere = () => `198.51.100.${(places = (places % 250) + 1)}`;
  const lee = { recipient: 'Dr. Lee, Toronto' };
  const linkOf = async (linkId: string) =>
    (await world.told<HealthLinks>('emily', { path: '/api/me/health-links' })).items.find(
      (each) => each.linkId === linkId,
    );

  it('is made as the standard has it, and shown with its picture', async () => {
    const { payload, address, shlink, squares, path } = await make();
    expect(payload).toMatchObject({ flag: 'L', label: 'For Dr. Lee', v: 1 });
    expect(Buffer.from(payload.key, 'base64url')).toHaveLength(32);
    expect(Buffer.from(path.replace('/api/shl/', ''), 'base64url')).toHaveLength(32);
    expect(payload.url.length).toBeLessThanOrEqual(128);
    expect(address).toContain(`/shl#${shlink}`);
    expect(squares.every((row) => row.length === squares.length)).toBe(true);
    const kept = JSON.stringify(await world.database.query('select * from health_link'));
    expect(kept).not.toContain(payload.key);
    expect(kept).not.toContain(path.replace('/api/shl/', ''));
  });

  it('opens what was chosen and nothing else, sealed with its key', async () => {
    const { payload, path } = await make();
    const answer = await post(path, lee);
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([200, '*']);
    const { status, files } = answer.body as Manifest;
    expect([status, files.map(({ contentType }) => contentType)]).toEqual(['can-change', ['application/fhir+json']]);
    expect(answer.text).not.toContain('Penicillin');
    const { text, header } = await opened(payload, files[0]?.embedded);
    expect(header).toMatchObject({ alg: 'dir', enc: 'A256GCM', zip: 'DEF', cty: 'application/fhir+json' });
    expect(JSON.parse(text)).toMatchObject({ resourceType: 'Bundle', type: 'document' });
    expect(text).toContain('Penicillin');
    expect(text).not.toMatch(/Bilirubin|carcinoma|Hepatitis/);
  });

  it('is read by a program of another house, from its own pages', async () => {
    const { path } = await make();
    const foreign = { origin: 'https://viewer.example', 'sec-fetch-site': 'cross-site' };
    const before = await ask(world.server.port, { method: 'OPTIONS', path, headers: foreign });
    expect([before.status, before.headers['access-control-allow-headers']]).toEqual([204, 'content-type']);
    expect((await post(path, lee, foreign)).status).toBe(200);
    // And nothing else is.
    expect((await post('/api/sign-in', { email: 'x@canary.example' }, foreign)).status).toBe(400);
  });

  it('hands out what is too long to embed at a place of its own, once', async () => {
    const { payload, path } = await make();
    const { files } = (await post(path, { ...lee, embeddedLengthMax: 10 })).body as Manifest;
    expect(files[0]?.embedded).toBeUndefined();
    const place = new URL(files[0]?.location ?? '').pathname;
    const get = () => ask(world.server.port, { path: place });
    const first = await Promise.all([get(), get(), get(), get()]);
    expect(first.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
    const file = first.find(({ status }) => status === 200);
    expect(file?.headers['content-type']).toContain('application/jose');
    expect((await opened(payload, file?.text)).text).toContain('Penicillin');
    const { files: again } = (await post(path, { ...lee, embeddedLengthMax: 0 })).body as Manifest;
    await world.database.query(`update health_link_file set expires_at = now() where used_at is null`);
    expect((await ask(world.server.port, { path: new URL(again[0]?.location ?? '').pathname })).status).toBe(404);
  });

  it('is read directly where it says so', async () => {
    const { payload, path } = await make({ direct: true });
    expect(payload.flag).toBe('LU');
    const answer = await ask(world.server.port, { path: `${path}?recipient=Dr.%20Lee` });
    expect((await opened(payload, answer.text)).text).toContain('Penicillin');
    expect((await ask(world.server.port, { path })).status).toBe(400);
    const other = await make();
    expect((await ask(world.server.port, { path: `${other.path}?recipient=Lee` })).status).toBe(404);
    const json = { label: 'x', categories: ['life'], days: 1, passcode: 'maple-7', direct: true };
    expect((await world.ask('emily', { method: 'POST', path: '/api/me/health-links', json })).status).toBe(422);
  });

  it('asks for its passcode, and says how many may still be wrong', async () => {
    const { payload, path, linkId } = await make({ passcode: 'maple-7' });
    expect(payload.flag).toBe('LP');
    const without = await post(path, lee);
    expect([without.status, (without.body as Problem).remainingAttempts]).toEqual([401, 10]);
    const wrong = await post(path, { ...lee, passcode: 'maple-8' });
    expect([wrong.status, (wrong.body as Problem).remainingAttempts]).toEqual([401, 9]);
    expect((await post(path, { ...lee, passcode: 'maple-7' })).status).toBe(200);
    expect(await linkOf(linkId)).toMatchObject({
      ...{ attemptsLeft: 9, state: 'open', hasPasscode: true },
      openings: [
        { opened: true, recipient: 'Dr. Lee, Toronto' },
        { opened: false, recipient: 'Dr. Lee, Toronto' },
      ],
    });
  });

  it('closes for good after ten wrong passcodes, of a hundred at once too', async () => {
    const { path, linkId } = await make({ passcode: 'maple-7' });
    const guesses = Array.from({ length: 100 }, (_, at) => post(path, { ...lee, passcode: `guess-${at}` }));
    const answers = await Promise.all(guesses);
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(401), count(404), count(200)]).toEqual([10, 90, 0]);
    const left = answers.flatMap(({ body, status }) => (status === 401 ? (body as Problem).remainingAttempts : []));
    expect(left.sort((a, b) => Number(a) - Number(b))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect((await post(path, { ...lee, passcode: 'maple-7' })).status).toBe(404);
    expect(await linkOf(linkId)).toMatchObject({ state: 'locked', attemptsLeft: 0 });
  });

  it('opens nothing once it is over or was ended', async () => {
    const [late, ended] = [await make(), await make()];
    await world.database.query('update health_link set expires_at = now() where id = $1', [late.linkId]);
    expect((await post(late.path, lee)).status).toBe(404);
    const { files } = (await post(ended.path, { ...lee, embeddedLengthMax: 0 })).body as Manifest;
    const path = `/api/me/health-links/${ended.linkId}`;
    expect((await world.ask('sato', { method: 'DELETE', path })).status).toBe(404);
    expect((await world.ask('emily', { method: 'DELETE', path })).status).toBe(204);
    expect((await post(ended.path, lee)).status).toBe(404);
    expect((await ask(world.server.port, { path: new URL(files[0]?.location ?? '').pathname })).status).toBe(404);
    expect((await world.ask('emily', { path })).status).toBe(404);
    expect((await linkOf(ended.linkId))?.state).toBe('ended');
    expect((await linkOf(late.linkId))?.state).toBe('expired');
  });

  it('is told in words on the page of this house', async () => {
    const { path } = await make({ passcode: 'maple-7' });
    const view = (passcode: string | null) => post(`${path}/view`, { ...lee, passcode }, { 'accept-language': 'fr' });
    expect((await view(null)).status).toBe(401);
    const { label, name, sections } = (await view('maple-7')).body as LinkView;
    expect([label, name.display]).toEqual(['For Dr. Lee', 'Emily Tremblay']);
    expect(sections.map(({ key }) => key)).toEqual(expect.arrayContaining(['allergies', 'medications']));
    expect(JSON.stringify(sections)).not.toMatch(/Bilirubin|carcinoma/);
  });

  it('leaves a row in the ledger each time, which she reads as an outsider’s', async () => {
    const { path, linkId } = await make({ passcode: 'maple-7' });
    await post(path, { ...lee, passcode: 'wrong' });
    await post(path, { ...lee, passcode: 'maple-7' });
    const rows = await world.database.query(
      `select permission, outcome, via, patient_id from ledger where entity = 'link' and entity_id = $1 order by id`,
      [linkId],
    );
    const row = { permission: 'link.open', via: 'link', patient_id: emily };
    expect(rows).toEqual([
      { ...row, outcome: 'refused' },
      { ...row, outcome: 'allowed' },
    ]);
    const { days } = await world.told<LookedPage>('emily', { path: '/api/pages/looked' });
    const outsider = days[0]?.people.find(({ who }) => who === 'outsider');
    expect(outsider?.entries.map(({ deed, refused }) => [deed, refused])).toEqual(
      expect.arrayContaining([
        ['link', false],
        ['link', true],
      ]),
    );
  });

  it('is not in any log', async () => {
    const { path, payload } = await make({ passcode: 'maple-7' });
    await post(path, { ...lee, passcode: 'maple-7' });
    for (const secret of [path.replace('/api/shl/', ''), payload.key, 'maple-7', 'Dr. Lee, Toronto']) {
      expect(world.server.log()).not.toContain(secret);
    }
  });

  describe('of another house', () => {
    let elsewhere: Server;
    let base: string;
    const seen: { method: string; url: string; body: string }[] = [];
    let answerWith: (url: string) => { status: number; body: string; headers?: Record<string, string> };

    beforeAll(async () => {
      elsewhere = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => void chunks.push(chunk));
        request.on('end', () => {
          const url = request.url ?? '';
          seen.push({ method: request.method ?? '', url, body: Buffer.concat(chunks).toString('utf8') });
          const { status, body, headers = {} } = answerWith(url);
          response.writeHead(status, headers).end(body);
        });
      });
      await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
      base = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    });
    afterAll(() => new Promise((resolve) => elsewhere.close(resolve)));

    const bring = (link: string, passcode: string | null = null, personId = emily) =>
      world.ask('emily', { method: 'POST', path: `/api/patients/${personId}/record/links`, json: { link, passcode } });
    const linkTo = (payload: Payload, change: object) =>
      `https://viewer.example/#shlink:/${Buffer.from(JSON.stringify({ ...payload, ...change })).toString('base64url')}`;
    const code = ({ body }: Answer) => (body as Problem).code;

    it('is read into the record, embedded, at its place and directly', async () => {
      const { payload, path } = await make({ categories: ['medicines', 'results'] });
      const jwe = ((await post(path, lee)).body as Manifest).files[0]?.embedded ?? '';
      const file = { contentType: 'application/fhir+json;fhirVersion=4.0.1' };
      answerWith = (url) => ({
        status: 200,
        body: url === '/m' ? JSON.stringify({ files: [{ ...file, location: `${base}/file` }] }) : jwe,
      });
      const manifest = await bring(linkTo(payload, { url: `${base}/m`, flag: 'P' }), 'maple-7');
      expect([manifest.status, manifest.text.slice(0, 400)]).toEqual([200, expect.stringContaining('"taken"')]);
      expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ recipient: 'Okaeri', passcode: 'maple-7' });
      const direct = await bring(linkTo(payload, { url: `${base}/u`, flag: 'U' }));
      expect((direct.body as ImportReports).items).toEqual((manifest.body as ImportReports).items);
      expect(seen.at(-1)).toMatchObject({ method: 'GET', url: '/u?recipient=Okaeri' });
      answerWith = () => ({ status: 200, body: JSON.stringify({ files: [{ ...file, embedded: jwe }] }) });
      expect((await bring(linkTo(payload, { url: `${base}/m`, flag: 'L' }))).status).toBe(200);
      const page = await world.told<RecordPage>('emily', { path: `/api/pages/records/${emily}` });
      expect(page.imports).toHaveLength(2);
    });

    it('is refused in words where it cannot be read', async () => {
      const { payload } = await make();
      const at = (change: object = {}) => linkTo(payload, { url: `${base}/m`, flag: 'P', ...change });
      const with_ = async (status: number, body = '', headers = {}) => {
        answerWith = () => ({ status, body, headers });
        return code(await bring(at(), 'maple-7'));
      };
      expect(code(await bring('hello'))).toBe('shl_unreadable');
      expect(code(await bring('shlink:/bm9uc2Vuc2U'))).toBe('shl_unreadable');
      expect(code(await bring(at({ key: 'short' })))).toBe('shl_unreadable');
      expect(code(await bring(at({ exp: 1 })))).toBe('shl_over');
      expect(code(await bring(at()))).toBe('shl_passcode');
      expect(await with_(401, '{"remainingAttempts":3}')).toBe('shl_passcode');
      expect(await with_(401, '{"remainingAttempts":0}')).toBe('shl_over');
      expect(await with_(404)).toBe('shl_over');
      expect(await with_(500)).toBe('shl_elsewhere');
      expect(await with_(200, 'not json')).toBe('shl_elsewhere');
      expect(await with_(200, '{"files":[]}')).toBe('shl_kind');
      expect(await with_(200, JSON.stringify({ files: [{ contentType: 'application/smart-api-access' }] }))).toBe(
        'shl_kind',
      );
      const wrong = { contentType: 'application/fhir+json', embedded: 'a.b.c.d.e' };
      expect(await with_(200, JSON.stringify({ files: [wrong] }))).toBe('shl_unreadable');
      // Nobody is led on to another place.
      const before = seen.length;
      expect(await with_(302, '', { location: `${base}/elsewhere` })).toBe('shl_elsewhere');
      expect(seen.length - before).toBe(1);
    });
  });
});

/** The same where no address of the own network may be asked. */
describe('a link that leads into our own network', () => {
  it('is not followed, whatever it is called', async () => {
    const world = await RecordsWorld.open();
    try {
      const [row] = await world.database.query<{ id: string }>('select patient_id as id from episode where id = $1', [
        world.episodeId,
      ]);
      const path = `/api/patients/${row?.id}/record/links`;
      const codeOf = async (url: string) => {
        const payload = Buffer.from(JSON.stringify({ url, key: 'A'.repeat(43), flag: 'U' })).toString('base64url');
        const answer = await world.ask('emily', { method: 'POST', path, json: { link: `shlink:/${payload}` } });
        return (answer.body as Problem).code;
      };
      for (const host of ['127.0.0.1', '169.254.169.254', '[::1]', '10.0.0.1', '[::ffff:127.0.0.1]', 'localhost']) {
        expect([host, await codeOf(`https://${host}/m`)]).toEqual([host, 'address_private']);
      }
      expect(await codeOf('http://93.184.216.34/m')).toBe('shl_elsewhere');
    } finally {
      await world.close();
    }
  });
});
