import { AccessControl } from '@okaeri/access';
import type { Actor } from '@okaeri/access';
import { OkaeriError, isTold } from '@okaeri/contracts';
import type { Permission, VisitStatus } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { absent, bodyOf, headersOf, pathOf } from '../support/access/asks';
import { castOf } from '../support/access-cast';
import type { Cast } from '../support/access-cast';
import { routes } from '../support/access-table';
import type { ActorName } from '../support/access-table';
import { startApi } from '../support/server';
import type { TestServer } from '../support/server';
import { SocketWorld } from '../support/socket-world';

jest.setTimeout(60_000);

const names: ActorName[] = ['patient', 'physician', 'interpreter', 'related', 'foreign', 'foreignStaff', 'revoked'];

/** Real: PostgreSQL, the question of access, and every route about a visit. */
describe('whose time it is to plan', () => {
  let world: SocketWorld;
  let server: TestServer;
  let cast: Cast;
  beforeAll(async () => {
    world = await SocketWorld.open();
    server = await startApi(world.url, { OKAERI_RATES: 'wide' });
    cast = await castOf(world);
  });
  afterAll(async () => {
    await server.close();
    await world.close();
  });

  const idOf = (name: ActorName) => cast.people[name]?.id ?? absent;
  const actorOf = (name: ActorName, more: Partial<Actor> = {}): Actor => ({
    personId: cast.people[name]?.id ?? cast.patientId,
    sessionId: cast.people[name]?.sessionId ?? '',
    ...{ language: 'en', demo: false, scope: null, renewAt: now(), ...more },
  });
  async function may(actor: Actor, permission: Permission, ids: object): Promise<boolean> {
    try {
      await server.app.get(AccessControl, { strict: false }).requireAccess({ actor, permission, ids }, 'http');
      return true;
    } catch (error) {
      if (error instanceof OkaeriError && error.code === 'not_found') return false;
      throw error;
    }
  }
  const who = async (permission: Permission, ids: object) => {
    const answers = await Promise.all(names.map((name) => may(actorOf(name), permission, ids)));
    return names.filter((_, at) => answers[at]);
  };
  const become = (status: VisitStatus) =>
    world.data.query(
      `update visit set status = $2::text, held_until = case when $2::text = 'held' then now() + interval '10 minutes' end
        where id = $1`,
      [cast.visitId, status],
    );
  async function insert(sql: string, values: unknown[]): Promise<string> {
    const rows: { id: string }[] = await world.data.query(`${sql} returning id`, values);
    return rows[0]?.id ?? '';
  }

  it('is asked of a person, a room and an institution', async () => {
    const { institutionId } = cast.ids;
    const room = await insert(`insert into thing (institution_id, kind, name) values ($1, 'room', 'Video room')`, [
      institutionId,
    ]);
    for (const permission of ['availability.read', 'availability.write'] as const) {
      expect(await who(permission, { resourceId: idOf('physician') })).toEqual(['physician', 'related']);
      expect(await who(permission, { resourceId: cast.patientId })).toEqual(['patient', 'related']);
      expect(await who(permission, { resourceId: idOf('foreignStaff') })).toEqual(['foreignStaff']);
      expect(await who(permission, { resourceId: idOf('revoked') })).toEqual(['revoked']);
      expect(await who(permission, { thingId: room })).toEqual(['related']);
      expect(await who(permission, { institutionId })).toEqual(['related']);
      expect(await who(permission, { resourceId: absent })).toEqual([]);
    }
  });

  it('is asked of an episode and of a visit', async () => {
    const { episodeId } = cast.ids;
    const { visitId } = cast;
    for (const permission of [
      'slots.find',
      'visit.hold',
      'series.book',
      'waitlist.write',
      'allowance.write',
    ] as const) {
      expect([permission, await who(permission, { episodeId })]).toEqual([permission, ['related']]);
    }
    expect(await who('visit.hold', { visitId })).toEqual(['related']);
    expect(await who('visit.moveSelf', { visitId })).toEqual(['patient']);
    for (const permission of ['visit.ready', 'task.write', 'task.done'] as const) {
      expect([permission, await who(permission, { visitId })]).toEqual([permission, ['physician', 'related']]);
    }
    for (const permission of ['ready.read', 'clocks.read', 'clocks.decide', 'statistics.read'] as const) {
      expect([permission, await who(permission, {})]).toEqual([permission, ['related']]);
    }
    for (const permission of ['inbox.read', 'push.write', 'calendar.write', 'feed.write'] as const) {
      expect([permission, await who(permission, {})]).toEqual([permission, names]);
      expect(await may(actorOf('patient', { scope: { visitId } }), permission, {})).toBe(false);
    }
    expect(await may(actorOf('patient', { scope: { visitId } }), 'visit.moveSelf', { visitId })).toBe(true);
    const waiting = await insert(
      `insert into waitlist (episode_id, physician_id, minutes, earliest, latest) values ($1, $2, 30, '2031-06-01', '2031-06-30')`,
      [episodeId, idOf('physician')],
    );
    expect(await who('waitlist.write', { waitlistId: waiting })).toEqual(['related']);
    expect(await who('waitlist.write', { waitlistId: absent })).toEqual([]);
  });

  it('is her own while she has been given that', async () => {
    const { episodeId } = cast.ids;
    const given = (latest: string, revoked: boolean) =>
      insert(
        `insert into booking_allowance (episode_id, physician_id, minutes, earliest, latest, remaining, revoked_at)
         values ($1, $2, 30, '2026-01-01', $3, 0, case when $4 then now() end)`,
        [episodeId, idOf('physician'), latest, revoked],
      );
    await given('2026-01-31', false);
    await given('2031-06-30', true);
    for (const permission of ['slots.own', 'visit.bookSelf'] as const) {
      expect(await who(permission, { episodeId })).toEqual([]);
    }
    await given('2031-06-30', false);
    for (const permission of ['slots.own', 'visit.bookSelf'] as const) {
      expect(await who(permission, { episodeId })).toEqual(['patient']);
    }
  });

  it('is answered by who was asked, and done by whose task it is', async () => {
    const { visitId, patientId } = cast;
    const ask = (person: ActorName) =>
      insert(
        `insert into interpreter_ask (visit_id, person_id, rank, languages, minutes) values ($1, $2, 1, '{ja,en}', 240)`,
        [visitId, idOf(person)],
      );
    expect(await who('ask.answer', { askId: await ask('interpreter') })).toEqual(['interpreter']);
    expect(await who('ask.answer', { askId: await ask('foreignStaff') })).toEqual([]);
    const taskId = await insert(
      `insert into task (episode_id, visit_id, source, kind, owner_role, owner_id, due_at)
       values ($1, $2, 'coordinator', 'coordinator', 'patient', $3, now())`,
      [cast.ids.episodeId, visitId, patientId],
    );
    expect(await who('task.write', { taskId })).toEqual(['physician', 'related']);
    expect(await who('task.done', { taskId })).toEqual(['patient', 'physician', 'related']);
    await become('pending');
    expect(await who('task.done', { taskId })).toEqual(['physician', 'related']);
    await become('booked');
    expect(await who('task.done', { taskId: absent })).toEqual([]);
  });

  it.each(['held', 'pending', 'lapsed'] as const)(
    'is nothing that a patient hears of while it is %s',
    async (status) => {
      await become(status);
      expect(isTold(status)).toBe(false);
      const cookie = cast.people.patient?.cookie;
      const about = Object.keys(routes).filter((route) => route.includes('{visitId}'));
      expect(about.length).toBeGreaterThan(15);
      for (const route of about) {
        const [method = '', template = ''] = route.split(' ');
        const { status: answered } = await server.ask({
          ...{ method, path: pathOf(template, cast, 'patient'), cookie, headers: headersOf(route) },
          ...(method === 'GET' || method === 'DELETE' ? {} : { json: bodyOf(route, cast) }),
        });
        expect([route, answered]).toEqual([route, 404]);
      }
      await world.data.query(`update file set state = 'ready' where id = $1`, [cast.ids.fileId]);
      const lists = [
        'home',
        'my-visits',
        'files',
        `cases/${cast.ids.episodeId}`,
        `episodes/${cast.ids.episodeId}/files`,
      ];
      for (const list of lists) {
        const { status: read, text } = await server.ask({ path: `/api/pages/${list}`, cookie });
        expect([list, read, text.includes(cast.visitId)]).toEqual([list, 200, false]);
      }
      expect(await may(actorOf('patient'), 'notices.watch', { visitId: cast.visitId })).toBe(false);
      const { text } = await server.ask({
        path: `/api/pages/cases/${cast.ids.episodeId}`,
        cookie: cast.people.related?.cookie,
      });
      expect(text.includes(cast.visitId)).toBe(status !== 'lapsed');
      await become('booked');
      const { text: told } = await server.ask({ path: '/api/pages/home', cookie });
      expect(told).toContain(cast.visitId);
    },
  );
});
