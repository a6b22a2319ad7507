import { randomUUID } from 'node:crypto';
import type { Invited, PatientRegistered, SessionPage } from '@okaeri/contracts';
import { DemoWorld } from '../../apps/api/src/demo/demo-world';
import { demoId } from '../../apps/api/src/demo/ids';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { signIn, startApi } from '../support/server';
import type { TestServer } from '../support/server';

jest.setTimeout(60_000);

/** Real: PostgreSQL, the whole api with its demo world. One person who is not made up would close it within a minute. */
describe('people who come to the demo world', () => {
  let database: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startApi(database.url, { OKAERI_DEMO: '1', OKAERI_RATES: 'wide' });
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  it('are as made up as whoever brings them', async () => {
    const tanaka = await signIn(server, 'tanaka');
    const send = (path: string, json: unknown) =>
      server.ask({ method: 'POST', path, json, cookie: tanaka, headers: { 'idempotency-key': randomUUID() } });
    const session = (await server.ask({ path: '/api/session', cookie: tanaka })).body as SessionPage;
    expect(session).toMatchObject({ welcomeNeeded: false, steward: false, scope: null });
    const institutionId = demoId('institution', 'osaka');
    const physicianId = demoId('person', 'sato');
    const invited = await send('/api/invitations', {
      ...{ institutionId, role: 'interpreter', email: 'new@demo.example', name: '西 花', nameLatin: 'Nishi Hana' },
      ...{ language: 'ja', zone: 'Asia/Tokyo', languages: ['ja', 'ko'] },
    });
    expect(invited.status).toBe(200);
    const registered = await send('/api/patients', {
      ...{ name: 'New Patient', nameLatin: 'New Patient', birthDate: '1970-01-02', place: 'Calgary', country: 'CA' },
      ...{ zone: 'America/Edmonton', language: 'en', email: 'patient@demo.example', phone: '+1 403 555 0100' },
      episode: { institutionId, title: 'Check-up', team: [physicianId] },
      invite: true,
    });
    expect([registered.status, registered.body]).toEqual([200, expect.anything()]);
    const { episodeId, personId } = registered.body as PatientRegistered;
    const booked = await send('/api/visits', {
      ...{
        episodeId,
        date: '2031-06-03',
        time: '19:00',
        zone: 'Asia/Tokyo',
        minutes: 30,
        physicianId,
        interpreter: null,
      },
      guests: [{ name: 'Guest', email: 'guest@demo.example', language: 'en', relation: 'family' }],
    });
    expect([booked.status, booked.body]).toEqual([200, expect.anything()]);
    const real = await database.query('select name from person where not demo');
    expect(real).toEqual([]);
    const others = await database.query(
      `select demo from invitation where person_id in ($1, $2) union select demo from episode where id = $3
       union select v.demo from visit v where v.episode_id = $3`,
      [(invited.body as Invited).personId, personId, episodeId],
    );
    expect(others).toEqual([{ demo: true }]);
    await server.app.get(DemoWorld).tick();
    expect((await server.ask({ path: '/readyz' })).status).toBe(200);
    expect((await server.ask({ path: '/api/demo/stage' })).status).toBe(200);
  });
});
