import { AccessControl, watchIds } from '@okaeri/access';
import type { Actor } from '@okaeri/access';
import { OkaeriError, mailboxId } from '@okaeri/contracts';
import type { Permission, Topic, VisitId } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { castOf } from '../support/access-cast';
import type { Cast } from '../support/access-cast';
import type { ActorName } from '../support/access-table';
import { startApi } from '../support/server';
import type { TestServer } from '../support/server';
import { SocketWorld } from '../support/socket-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL and the question of access itself, where no route and no message asks it for everybody. */
describe('who may', () => {
  let world: SocketWorld;
  let server: TestServer;
  let cast: Cast;
  beforeAll(async () => {
    world = await SocketWorld.open();
    server = await startApi(world.url);
    cast = await castOf(world);
  });
  afterAll(async () => {
    await server.close();
    await world.close();
  });

  const actorOf = (name: ActorName, more: Partial<Actor> = {}): Actor => ({
    personId: cast.people[name]?.id ?? cast.patientId,
    sessionId: cast.people[name]?.sessionId ?? '',
    ...{ language: 'en', demo: false, scope: null, renewAt: now(), ...more },
  });
  async function may(actor: Actor, permission: Permission, ids: object): Promise<boolean> {
    try {
      await server.app.get(AccessControl, { strict: false }).requireAccess({ actor, permission, ids }, 'socket');
      return true;
    } catch (error) {
      if (error instanceof OkaeriError && error.code === 'not_found') return false;
      throw error;
    }
  }
  const watchers = async (topic: Topic, id: string) => {
    const names: ActorName[] = ['patient', 'physician', 'interpreter', 'related', 'foreign', 'foreignStaff', 'revoked'];
    const answers = await Promise.all(names.map((name) => may(actorOf(name), 'notices.watch', watchIds(topic, id))));
    return names.filter((_, at) => answers[at]);
  };

  it('hear that something changed', async () => {
    const { institutionId, episodeId } = cast.ids;
    expect(await watchers('visit', cast.visitId)).toEqual(['patient', 'physician', 'interpreter']);
    expect(await watchers('episode', episodeId)).toEqual(['patient', 'physician', 'related']);
    expect(await watchers('record', cast.patientId)).toEqual(['patient', 'physician', 'related']);
    expect(await watchers('institution', institutionId)).toEqual(['physician', 'interpreter', 'related']);
    for (const topic of ['day', 'person', 'inbox'] as const)
      expect(await watchers(topic, cast.patientId)).toEqual(['patient']);
    expect(await watchers('mailbox', mailboxId)).toEqual([]);
    expect(await may(actorOf('patient', { demo: true }), 'notices.watch', watchIds('mailbox', mailboxId))).toBe(true);
  });

  it('do what with the key of one visit', async () => {
    const scope = { visitId: cast.visitId };
    const guest = actorOf('patient', { scope });
    const elsewhere = await world.visit();
    const all: [Permission, object, boolean][] = [
      ['self.read', {}, true],
      ['check.run', {}, true],
      ['visit.read', { visitId: cast.visitId }, true],
      ['visit.enter', { visitId: cast.visitId }, true],
      ['visit.confirm', { visitId: cast.visitId }, true],
      ['visit.files.add', { visitId: cast.visitId }, true],
      ['note.read', { visitId: cast.visitId }, true],
      ['file.read', { fileId: cast.ids.fileId }, true],
      ['notices.watch', { visitId: cast.visitId }, true],
      ['home.read', {}, false],
      ['episode.read', { episodeId: cast.ids.episodeId }, false],
      ['thread.read', { episodeId: cast.ids.episodeId }, false],
      ['notices.watch', { episodeId: cast.ids.episodeId }, false],
      ['notices.watch', { personId: cast.patientId }, false],
      ['visit.read', { visitId: elsewhere.visitId }, false],
    ];
    for (const [permission, ids, expected] of all) {
      expect([permission, ids, await may(guest, permission, ids)]).toEqual([permission, ids, expected]);
    }
    // The same person with the key of another visit: not even a file that is her own.
    const other = actorOf('patient', { scope: { visitId: elsewhere.visitId as VisitId } });
    expect(await may(other, 'file.read', { fileId: cast.ids.fileId })).toBe(false);
  });

  it('see a file until a day after the visit, where they only came for that', async () => {
    const question = { fileId: cast.ids.fileId };
    const end = (ago: string) =>
      world.data.query(`update visit set status = 'fulfilled', ended_at = now() - $2::interval where id = $1`, [
        cast.visitId,
        ago,
      ]);
    const readers = async () => [
      await may(actorOf('interpreter'), 'file.read', question),
      await may(actorOf('patient'), 'file.read', question),
      await may(actorOf('physician'), 'file.read', question),
    ];
    await end('23 hours');
    expect(await readers()).toEqual([true, true, true]);
    await end('25 hours');
    expect(await readers()).toEqual([false, true, true]);
    await world.data.query(`update visit set status = 'booked', ended_at = null where id = $1`, [cast.visitId]);
  });

  it('make hospitals and let people in', async () => {
    const { institutionId } = cast.ids;
    const steward = actorOf('foreign');
    const administrator = await world.person('ja');
    await world.data.query('update person set steward = true where id = $1', [steward.personId]);
    await world.data.query(
      `insert into membership (person_id, institution_id, role) values ($1, $2, 'administrator')`,
      [administrator.id, institutionId],
    );
    const admin = { ...steward, personId: administrator.id, sessionId: administrator.sessionId };
    const ids = { institutionId };
    const answers = async (actor: Actor) => [
      await may(actor, 'institution.create', {}),
      await may(actor, 'institution.update', ids),
      await may(actor, 'institution.people', ids),
      await may(actor, 'institution.people.end', ids),
      await may(actor, 'institution.invite', ids),
      await may(actor, 'patient.register', ids),
      await may(actor, 'episode.read', { episodeId: cast.ids.episodeId }),
    ];
    // A steward looks after the house and not after patients.
    expect(await answers(steward)).toEqual([true, true, true, true, true, false, false]);
    expect(await answers(admin)).toEqual([false, true, true, true, true, true, true]);
    expect(await answers(actorOf('related'))).toEqual([false, false, true, false, true, true, true]);
    expect(await answers(actorOf('physician'))).toEqual([false, false, false, false, false, false, true]);
    expect(await may(admin, 'patient.update', { personId: cast.patientId })).toBe(true);
    expect(await may(admin, 'patient.update', { personId: cast.people.foreign?.id })).toBe(true);
    expect(await may(actorOf('foreignStaff'), 'patient.update', { personId: cast.patientId })).toBe(false);
  });
});
