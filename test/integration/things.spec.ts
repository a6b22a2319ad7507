import type {
  BookingPage,
  CasePage,
  Held,
  PeoplePage,
  Problem,
  SeriesPreview,
  StripsAnswer,
  ThingMade,
  TodayPage,
  VisitBooked,
} from '@okaeri/contracts';
import { now, wallOf } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL and the whole api. */
describe('rooms and devices that visits take up', () => {
  let world: BookingWorld;
  let at: Hospital;
  /** Another physician with another patient, in the same hospital. */
  let other: { physician: Somebody; patient: Somebody; episodeId: string };
  let roomId: string;
  beforeAll(async () => {
    world = await BookingWorld.open();
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    at = await world.hospital();
    const physician = await world.people.staff(at.institutionId, 'physician');
    const patient = await world.people.person('en');
    other = { physician, patient, episodeId: await world.episode({ ...at, physician, patient }) };
    roomId = await add('room', 'Video room 2');
  });

  const add = async (kind: string, name: string) => {
    const made = await world.post('/things', at.coordinator, { institutionId: at.institutionId, kind, name });
    return (made.body as ThingMade).thingId;
  };
  const form = (more: object = {}) => ({
    ...{ episodeId: at.episodeId, physicianId: at.physician.id, interpreter: null, thingIds: [roomId] },
    ...{ date: '2027-10-12', time: '09:00', zone: 'Asia/Tokyo', minutes: 30 },
    ...more,
  });
  const theirs = (more: object = {}) => form({ episodeId: other.episodeId, physicianId: other.physician.id, ...more });
  const book = (json: object) => world.post('/visits', at.coordinator, json);
  const read = async <T>(path: string) =>
    (await world.server.ask({ path: `/api${path}`, cookie: at.coordinator.cookie })).body as T;
  const visitId = ({ body }: { body: unknown }) => (body as VisitBooked).visitId;

  it('are named by their hospital, offered there, and shown with the visit', async () => {
    const camera = await add('device', 'Retinal camera');
    const things = [
      { thingId: roomId, kind: 'room', name: 'Video room 2' },
      { thingId: camera, kind: 'device', name: 'Retinal camera' },
    ];
    expect((await read<PeoplePage>(`/pages/people/${at.institutionId}`)).things).toEqual(things);
    expect((await read<BookingPage>(`/pages/booking/${at.episodeId}`)).things).toEqual(things);
    expect((await book(form({ thingIds: [roomId, camera] }))).status).toBe(200);
    expect((await read<CasePage>(`/pages/cases/${at.episodeId}`)).visits[0]?.things).toEqual(things);
    const soon = wallOf(now().add({ hours: 48 }), 'Asia/Tokyo').date;
    const near = visitId(await book(form({ date: soon, thingIds: [camera] })));
    const today = await world.server.ask({ path: '/api/pages/today', cookie: at.physician.cookie });
    const shown = (today.body as TodayPage).later.map((card) => [card.visitId, card.things]);
    expect(shown).toEqual([[near, ['Retinal camera']]]);
    const asked = { episodeId: at.episodeId, personIds: [at.physician.id], thingIds: [roomId], days: 1, minutes: 30 };
    const strips = await world.post('/slots/strips', at.coordinator, {
      ...asked,
      date: '2027-10-12',
      zone: 'Asia/Tokyo',
    });
    expect((strips.body as StripsAnswer).rows.map(({ what, taken }) => [what, taken.length])).toEqual([
      ['physician', 1],
      ['room', 1],
    ]);
  });

  it('are taken once at a time, whoever else is free', async () => {
    const first = visitId(await book(form()));
    const refused = await book(theirs({ time: '09:15' }));
    const { code, conflicts, alternatives } = refused.body as Problem;
    expect([refused.status, code]).toEqual([409, 'overlap']);
    expect(conflicts?.map(({ personId, name }) => [personId, name.display])).toEqual([[roomId, 'Video room 2']]);
    expect(alternatives).toHaveLength(3);
    expect((await book(theirs({ time: '09:15', thingIds: [] }))).status).toBe(200);
    const later = visitId(await book(theirs({ time: '10:00' })));
    const move = { date: '2027-10-12', time: '09:15', zone: 'Asia/Tokyo', reason: 'Earlier' };
    const moved = await world.post(`/visits/${later}/move`, at.coordinator, { ...move, time: '09:25', version: 1 });
    expect((moved.body as Problem).conflicts?.map(({ personId }) => personId)).toContain(roomId);
    await world.post(`/visits/${first}/move`, at.coordinator, { ...move, time: '14:00', version: 1 });
    // It went along with its visit, and its earlier time is anybody's.
    expect((await book(theirs({ date: '2027-10-13' }))).status).toBe(200);
    expect((await book(theirs({ time: '14:15' }))).status).toBe(409);
    const rows = await world.people.data.query(
      `select c.kind, lower(c.during) = v.starts_at as "with" from claim c join visit v on v.id = c.visit_id
        where c.resource_id = $1 and v.id = $2`,
      [roomId, first],
    );
    expect(rows).toEqual([{ kind: 'room', with: true }]);
  });

  it('are held with a time, and stay with the visit that is made of it', async () => {
    const { interpreter: _, ...wanted } = form();
    const held = await world.post('/visits/hold', at.coordinator, wanted);
    expect([held.status, (await book(theirs())).status]).toEqual([200, 409]);
    expect((await read<BookingPage>(`/pages/booking/${at.episodeId}`)).hold?.thingIds).toEqual([roomId]);
    const holdVisitId = (held.body as Held).visitId;
    expect((await book(form({ holdVisitId }))).status).toBe(200);
    expect((await book(theirs())).status).toBe(409);
  });

  it('stand in the way of a series on the date on which they are taken', async () => {
    await book(form({ date: '2027-10-26' }));
    const series = { ...theirs(), everyWeeks: 2, times: 2, keeps: 'institution' };
    const { dates } = (await world.post('/visits/series/preview', at.coordinator, series)).body as SeriesPreview;
    expect(dates.map(({ state }) => state)).toEqual(['free', 'taken']);
    expect((await world.post('/visits/series', at.coordinator, series)).status).toBe(409);
    expect((await world.post('/visits/series', at.coordinator, { ...series, skip: ['2027-10-26'] })).status).toBe(200);
    expect((await book(form())).status).toBe(409);
  });

  it('are had by one of many who want one at once', async () => {
    const physicians = await Promise.all(
      Array.from({ length: 8 }, () => world.people.staff(at.institutionId, 'physician')),
    );
    const patients = await Promise.all(physicians.map(() => world.people.person('en')));
    const episodes = await Promise.all(
      physicians.map((physician, index) => {
        const patient = patients[index];
        if (!patient) throw new Error('Each has one.');
        return world.episode({ ...at, physician, patient });
      }),
    );
    const camera = await add('device', 'Retinal camera');
    const answers = await Promise.all(
      physicians.map((physician, index) =>
        // In either order: what is wanted is locked in one.
        book(
          form({
            ...{ episodeId: episodes[index], physicianId: physician.id },
            thingIds: index % 2 === 0 ? [roomId, camera] : [camera, roomId],
          }),
        ),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(7).fill(409)]);
  });

  it('are nobody’s elsewhere, and offered no more once out of use', async () => {
    const elsewhere = await world.hospital();
    const foreign = { ...form(), episodeId: elsewhere.episodeId, physicianId: elsewhere.physician.id };
    expect((await world.post('/visits', elsewhere.coordinator, foreign)).status).toBe(404);
    const kept = visitId(await book(form()));
    const ended = await world.server.ask({
      method: 'DELETE',
      path: `/api/things/${roomId}`,
      cookie: at.coordinator.cookie,
    });
    expect(ended.status).toBe(204);
    expect((await book(form({ time: '11:00' }))).status).toBe(404);
    expect((await read<BookingPage>(`/pages/booking/${at.episodeId}?move=${kept}`)).move?.suits.thingIds).toEqual([]);
    const visit = (await read<CasePage>(`/pages/cases/${at.episodeId}`)).visits.find((each) => each.visitId === kept);
    expect(visit?.things.map(({ name }) => name)).toEqual(['Video room 2']);
  });
});
