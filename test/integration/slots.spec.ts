import { bookVisit, isOverlap } from '@okaeri/care';
import { slotsQuery } from '@okaeri/contracts';
import type { PersonId, Problem, SlotsAnswer, SlotsQuery, StripsAnswer } from '@okaeri/contracts';
import type { Database } from '@okaeri/platform';
import { Slots } from '@okaeri/scheduling';
import { Temporal, now, useClock } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { slowAnswer } from '../support/slow-reading';
import { chance, slotsWorld } from '../support/slots-world';
import type { SlotsWorld } from '../support/slots-world';
import { SocketWorld } from '../support/socket-world';

jest.setTimeout(120_000);

const size = { patients: 16, physicians: 5, interpreters: 4, rooms: 2, visits: 500, outside: 60, days: 60 };
const present = Temporal.Instant.from('2026-10-20T03:20:00Z');
const minuteNow = Math.floor(present.epochMilliseconds / 60_000);
const instantOf = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);

/** Real: PostgreSQL. A hospital with a full calendar, in the weeks in which clocks are put back. */
describe('times found in what stands in the tables', () => {
  let people: SocketWorld;
  let world: SlotsWorld;
  let slots: Slots;
  let restore: () => void;
  const pick = chance(3);
  const oneOf = <T>(list: readonly T[]): T => list[pick(list.length)] as T;

  beforeAll(async () => {
    people = await SocketWorld.open();
    restore = useClock(present);
    world = await slotsWorld(people.data, size, '2026-10-20');
    // Made up, so that some fall into these weeks: what the real ones are is for holidays.spec.
    await people.data.query(
      `insert into holiday (country, day, name)
       select country, date '2026-10-21' + 9 * n + ascii(country) % 7, '{"en": "Holiday"}'
         from (select distinct unnest(holidays) as country from availability) c, generate_series(0, 5) as n`,
    );
    slots = new Slots({ manager: people.data.manager } as unknown as Database);
  });
  afterAll(async () => {
    restore();
    await people.close();
  });

  function anyQuery(): { query: SlotsQuery; patientId: string } {
    const patient = oneOf(world.patients);
    const interpreters = world.interpreters.filter(() => pick(2) === 0);
    const query = slotsQuery.parse({
      episodeId: patient.episodeId,
      personIds: [
        patient.id,
        ...new Set([oneOf(world.physicians), ...(pick(4) === 0 ? [oneOf(world.physicians)] : [])]),
      ],
      thingIds: pick(3) === 0 ? [oneOf(world.rooms)] : [],
      interpreter: interpreters.length > 0 ? { languages: ['ja', 'en'], personIds: interpreters } : null,
      minutes: oneOf([15, 30, 45, 60]),
      from: oneOf(['2026-10-20', '2026-10-24', '2026-10-31']),
      days: oneOf([7, 14, 21]),
      onCall: pick(3) === 0,
      most: 20,
    });
    return { query, patientId: patient.id };
  }
  const slowly = (query: SlotsQuery, patientId: string) =>
    slowAnswer(people.data, {
      ...{ patientId, institutionId: world.institutionId, must: [...query.personIds, ...query.thingIds] },
      anyOf: (query.interpreter?.personIds ?? []) as string[],
      ...{ minutes: query.minutes, from: query.from, days: query.days, onCall: query.onCall, most: query.most },
      now: minuteNow,
    });

  it('are those that the slow model finds in the same rows, also after bookings in between', async () => {
    let some = 0;
    for (let round = 0; round < 12; round += 1) {
      const { query, patientId } = anyQuery();
      const { found } = await slots.search(query);
      expect({ query, found }).toEqual({ query, found: await slowly(query, patientId) });
      if (found.length === 0) continue;
      some += 1;
      await book(query, oneOf(found).s);
      const after = (await slots.search(query)).found;
      expect({ query, found: after }).toEqual({ query, found: await slowly(query, patientId) });
    }
    expect(some).toBeGreaterThan(6);
  });

  it('are the same when many look for them at once, near and far ahead', async () => {
    const database = { manager: people.data.manager } as unknown as Database;
    const queries = Array.from({ length: 24 }, (_, at) => {
      const { query } = anyQuery();
      return at % 2 === 0 ? query : { ...query, from: '2027-06-07' };
    });
    const alone: unknown[] = [];
    for (const query of queries) alone.push((await new Slots(database).search(query)).found);
    // In waves: what one has counted is there for the next, while others count something else.
    const together = new Slots(database);
    for (const wave of [0, 1, 2]) {
      const shuffled = queries.map((query, at) => ({ query, at })).filter(({ at }) => (wave === 0 ? at % 3 > 0 : true));
      const found = await Promise.all(
        shuffled.map(async ({ query, at }) => ({ at, found: (await together.search(query)).found })),
      );
      for (const each of found) expect([each.at, each.found]).toEqual([each.at, alone[each.at]]);
    }
  });

  /** As somebody books it who takes what was offered. */
  async function book({ episodeId, personIds, minutes }: SlotsQuery, s: number): Promise<void> {
    const [patientId, physicianId] = personIds as [PersonId, PersonId];
    await people.data.transaction((em) =>
      bookVisit(em, {
        ...{ episodeId: episodeId as SlotsWorld['patients'][number]['episodeId'], minutes, startsAt: instantOf(s) },
        ...{ patientZone: 'Asia/Tokyo', institutionZone: 'Asia/Tokyo' },
        seats: [
          { personId: patientId, role: 'patient', language: 'en' },
          { personId: physicianId, role: 'physician', language: 'ja' },
        ],
      }),
    );
  }

  it('can be booked, each of them', async () => {
    let tried = 0;
    while (tried < 300) {
      const { query } = anyQuery();
      const { found, must, anyOf } = await slots.search({ ...query, most: 20 });
      for (const { s, choice } of found) {
        const taken = [...must, ...(anyOf[choice] ? [anyOf[choice]] : [])].map(({ id }) => id);
        const error = await people.data
          .transaction(async (em) => {
            const [visit] = (await em.query(
              `insert into visit (episode_id, starts_at, minutes, patient_zone, institution_zone, patient_wall, institution_wall, tzdata)
               select episode_id, starts_at, minutes, patient_zone, institution_zone, patient_wall, institution_wall, tzdata
                 from visit limit 1 returning id`,
            )) as { id: string }[];
            await em.query(
              `insert into claim (visit_id, resource_id, during)
               select $1, unnest($2::uuid[]), tstzrange($3, $4)`,
              [visit?.id, taken, instantOf(s).toString(), instantOf(s + query.minutes).toString()],
            );
            throw new Error('only tried');
          })
          .catch((reason: unknown) => reason);
        expect([isOverlap(error), String(error)]).toEqual([false, 'Error: only tried']);
        tried += 1;
      }
    }
  });
});

/** Real: PostgreSQL and the whole api. */
describe('times as a coordinator asks for them', () => {
  let world: BookingWorld;
  let at: Hospital;
  const monday = now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 21 });
  const from = monday.subtract({ days: monday.dayOfWeek - 1 }).toString();

  beforeAll(async () => {
    world = await BookingWorld.open();
    at = await world.hospital();
    await world.people.data.query(`update person set languages = '{ja,en}' where id = $1`, [at.interpreter.id]);
  });
  afterAll(async () => world.close());

  const query = (more: object = {}) => ({
    ...{ episodeId: at.episodeId, personIds: [at.patient.id, at.physician.id], minutes: 30, from, days: 7 },
    interpreter: { languages: ['ja', 'en'], personIds: 'any' },
    ...more,
  });
  const find = async (more: object = {}) => {
    const answer = await world.post('/slots', at.coordinator, query(more));
    return { status: answer.status, body: answer.body as SlotsAnswer, problem: answer.body as Problem };
  };
  const starts = async (more: object = {}) => (await find(more)).body.slots.map(({ startsAt }) => startsAt);

  it('come with every clock, the interpreter, the reason, and what is only assumed', async () => {
    const { status, body } = await find();
    expect(status).toBe(200);
    expect(body.assumed.toSorted()).toEqual([at.patient.id, at.physician.id, at.interpreter.id].toSorted());
    expect(body.stale).toEqual([]);
    const [first] = body.slots;
    expect(first?.interpreterId).toBe(at.interpreter.id);
    expect(first?.clocks.map(({ personId, mood }) => [personId, mood])).toEqual([
      [at.patient.id, expect.stringMatching(/good|late/)],
      [at.physician.id, 'good'],
      [at.interpreter.id, 'good'],
    ]);
    expect(first?.clocks[0]?.clock.zone).toBe('America/Toronto');
    expect(first?.reason.length).toBeGreaterThan(5);
    // Nine in Osaka is the evening before in Toronto: at home she is awake, and hospitals are open.
    for (const { startsAt } of body.slots) {
      const [osaka, toronto] = ['Asia/Tokyo', 'America/Toronto'].map(
        (zone) => Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone).hour,
      );
      expect(osaka).toBeGreaterThanOrEqual(9);
      expect(osaka).toBeLessThan(17);
      expect(toronto).toBeGreaterThanOrEqual(7);
      expect(toronto).toBeLessThan(22);
    }
  });

  it('name the national holiday of who lives there and works all the same', async () => {
    const [first] = (await find()).body.slots;
    const date = Temporal.Instant.from(first?.startsAt ?? '')
      .toZonedDateTimeISO('America/Toronto')
      .toPlainDate()
      .toString();
    await world.people.data.query(`insert into holiday (country, day, name) values ('CA', $1, '{"en": "Snow Day"}')`, [
      date,
    ]);
    await world.people.data.query(`update person set country = 'CA' where id = $1`, [at.patient.id]);
    const [slot] = (await find()).body.slots;
    expect(slot?.startsAt).toBe(first?.startsAt);
    expect(slot?.clocks.map(({ holiday }) => holiday?.includes('Snow Day') ?? null)).toEqual([true, null, null]);
    expect(slot?.reason).toContain('Snow Day');
  });

  it('are taken at once when somebody books them, and free for the visit itself that is moved', async () => {
    const before = await starts({ most: 20 });
    const [best = ''] = before;
    const wall = Temporal.Instant.from(best).toZonedDateTimeISO('Asia/Tokyo');
    const booked = await world.post('/visits', at.coordinator, {
      ...{ episodeId: at.episodeId, date: wall.toPlainDate().toString(), zone: 'Asia/Tokyo', minutes: 30 },
      ...{ time: wall.toPlainTime().toString({ smallestUnit: 'minute' }), physicianId: at.physician.id },
      interpreter: null,
    });
    expect(booked.status).toBe(200);
    const { visitId } = booked.body as { visitId: string };
    expect(await starts({ most: 20 })).not.toContain(best);
    expect(await starts({ most: 20, visitId })).toContain(best);
  });

  it('are not kept by a hold that has run out', async () => {
    const [best = ''] = await starts();
    const startsAt = Temporal.Instant.from(best);
    const id = await world.people.data.transaction((em) =>
      bookVisit(em, {
        ...{
          episodeId: at.episodeId,
          startsAt,
          minutes: 30,
          patientZone: 'America/Toronto',
          institutionZone: 'Asia/Tokyo',
        },
        seats: [{ personId: at.physician.id, role: 'physician', language: 'ja' }],
      }),
    );
    const hold = (seconds: number) =>
      world.people.data.query(`update visit set status = 'held', held_until = $2::timestamptz where id = $1`, [
        id,
        now().add({ seconds }).toString(),
      ]);
    await hold(600);
    expect(await starts()).not.toContain(best);
    await hold(-1);
    expect(await starts()).toContain(best);
  });

  it('go by hours that were written a moment ago', async () => {
    const put = (rules: object[], version: number) =>
      world.server.ask({
        ...{ method: 'PUT', path: `/api/availability/${at.physician.id}`, cookie: at.physician.cookie },
        json: {
          ...{ zone: null, noticeMinutes: 0, bufferMinutes: 0, perDay: 2, good: ['09:00', '18:00'], holidays: [] },
          ...{ rules, days: [], version },
        },
      });
    const on = async (weekday: number, version: number) => {
      expect((await put([{ kind: 'open', weekday, from: '10:00', to: '12:00' }], version)).status).toBe(200);
      const found = (await find({ most: 20 })).body;
      expect(found.assumed).not.toContain(at.physician.id);
      return new Set(
        found.slots.map(({ startsAt }) => Temporal.Instant.from(startsAt).toZonedDateTimeISO('Asia/Tokyo').dayOfWeek),
      );
    };
    expect([...(await on(2, 0))]).toEqual([2]);
    expect([...(await on(4, 1))]).toEqual([4]);
  });

  it('are seen beside each other, each day on its own clock, with what is taken and what fits all', async () => {
    const other = await world.hospital();
    const doctor = { ...other.physician, at: other.institutionId };
    await world.people.data.query(
      `insert into membership (person_id, institution_id, role) values ($1, $2, 'physician')`,
      [doctor.id, at.institutionId],
    );
    const date = Temporal.PlainDate.from(from).add({ days: 7 }).toString();
    const bookAt = (of: Hospital, time: string) =>
      world.post('/visits', of.coordinator, {
        ...{ episodeId: of.episodeId, date, time, zone: 'Asia/Tokyo', minutes: 30, physicianId: doctor.id },
        interpreter: null,
      });
    expect([(await bookAt(other, '15:00')).status, (await bookAt(at, '09:00')).status]).toEqual([200, 200]);
    const strips = async (more: object = {}) => {
      const answer = await world.post('/slots/strips', at.coordinator, {
        ...{ episodeId: at.episodeId, personIds: [at.patient.id, doctor.id], date, days: 1, zone: 'Asia/Tokyo' },
        ...{ minutes: 30, ...more },
      });
      return { code: (answer.body as Problem).code, body: answer.body as StripsAnswer };
    };
    const { rows, overlap } = (await strips()).body;
    const clock = (ms: number, zone = 'Asia/Tokyo') =>
      Temporal.Instant.fromEpochMilliseconds(ms)
        .toZonedDateTimeISO(zone)
        .toPlainTime()
        .toString({ smallestUnit: 'minute' });
    const walls = (spans: readonly (readonly [number, number])[]) =>
      spans.map(([begin, end]) => `${clock(begin)}-${clock(end)}`);
    expect(rows.map(({ resourceId, what, zone }) => [resourceId, what, zone])).toEqual([
      [at.patient.id, 'patient', 'America/Toronto'],
      [doctor.id, 'physician', 'Asia/Tokyo'],
    ]);
    const [patient, physician] = rows;
    expect(walls(physician?.open ?? [])).toEqual(['09:00-17:00']);
    // What another hospital does with her time has no words here.
    expect(physician?.taken.map((each) => [clock(each.from), clock(each.to), each.words === null])).toEqual([
      ['09:00', '09:30', false],
      ['15:00', '15:30', true],
    ]);
    expect(patient?.taken.map((each) => clock(each.from))).toEqual(['09:00']);
    expect(patient?.ticks.map(({ at: tick }) => clock(tick, 'America/Toronto'))).toEqual(
      expect.arrayContaining(['00:00', '03:00', '18:00', '21:00']),
    );
    for (const { ticks } of rows) for (const { words } of ticks) expect(words).not.toBe('');
    // At home in Toronto nobody is asked after half past nine in the evening.
    expect(overlap.map(([begin, end]) => [clock(begin), clock(end, 'America/Toronto')])).toEqual([['09:30', '21:30']]);
    expect((await strips({ zone: 'Mars/Olympus' })).code).toBe('zone_unknown');
    expect((await strips({ personIds: [other.patient.id] })).code).toBe('not_found');
    // A moment stands for its day on the calendar that is asked for.
    const [moment, next] = [`${date}T16:00:00Z`, Temporal.PlainDate.from(date).add({ days: 1 }).toString()];
    const { body } = await strips({ date: undefined, at: moment });
    expect([body.date, clock(body.within[0]), clock(body.within[1])]).toEqual([next, '00:00', '00:00']);
    expect((await strips({ at: moment })).code).toBe('fields_invalid');
    expect((await strips({ days: 7 })).body.rows[0]?.ticks.length).toBe(28);
  });

  it('say whose calendar could not be read lately', async () => {
    await world.people.data.query(
      `insert into calendar_link (person_id, kind, host, url, state, worked_at) values ($1, 'ics', 'x.example', '', 'stale', $2)`,
      [at.interpreter.id, now().subtract({ hours: 3 }).toString()],
    );
    const { stale } = (await find()).body;
    expect(stale.map(({ personId }) => personId)).toEqual([at.interpreter.id]);
    expect(stale[0]?.sinceWords).not.toBe('');
  });

  it('are none where nobody interprets between the two languages', async () => {
    expect(await starts({ interpreter: { languages: ['ja', 'vi'], personIds: 'any' } })).toEqual([]);
  });

  it('are a patient’s own to choose within what her hospital allows, and tell her of nobody’s day but hers', async () => {
    const own = async (who = at.patient, more: object = {}) => {
      const answer = await world.post(`/episodes/${at.episodeId}/my-slots`, who, { from, days: 14, ...more });
      return { code: (answer.body as Problem).code, body: answer.body as SlotsAnswer };
    };
    expect((await own()).code).toBe('not_found');
    const [earliest, latest] = [1, 8].map((days) => Temporal.PlainDate.from(from).add({ days }).toString());
    await world.people.data.query(
      `insert into booking_allowance (episode_id, physician_id, minutes, earliest, latest, remaining) values ($1, $2, 30, $3, $4, 1)`,
      [at.episodeId, at.physician.id, earliest, latest],
    );
    const { slots, assumed, stale } = (await own()).body;
    expect([slots.length > 0, assumed, stale]).toEqual([true, [], []]);
    for (const slot of slots) {
      expect([slot.interpreterId, slot.clocks.map(({ personId }) => personId)]).toEqual([null, [at.patient.id]]);
      expect([slot.when.yours.zone, slot.when.theirs?.zone]).toEqual(['America/Toronto', 'Asia/Tokyo']);
      expect(slot.reason).toMatch(/good hour|in your day/i);
      const date = Temporal.Instant.from(slot.startsAt).toZonedDateTimeISO('America/Toronto').toPlainDate().toString();
      expect([date >= (earliest ?? ''), date <= (latest ?? '')]).toEqual([true, true]);
    }
    expect((await own(at.patient, { from: latest, days: 1 })).body.slots.length).toBeLessThan(slots.length);
    expect((await own(at.patient, { days: 1 })).body.slots).toEqual([]);
    expect((await own(at.coordinator)).code).toBe('not_found');
    await world.people.data.query('update booking_allowance set remaining = 0 where episode_id = $1', [at.episodeId]);
    expect((await own()).code).toBe('allowance_used');
  });

  it.each(['0001-01-01', '9999-12-31'])('are not looked for from %s on', async (day) => {
    const { problem } = await find({ from: day });
    expect([problem.code, problem.fields?.[0]?.path]).toEqual(['fields_invalid', 'from']);
  });

  it('are not told of people, rooms or visits of another hospital', async () => {
    const other = await world.hospital();
    const unknown = [
      { personIds: [at.patient.id, other.physician.id] },
      { personIds: [other.patient.id, at.physician.id] },
      { interpreter: { languages: ['ja', 'en'], personIds: [other.interpreter.id] } },
      { thingIds: [other.episodeId] },
      { episodeId: other.episodeId },
    ];
    for (const more of unknown) expect((await find(more)).problem.code).toBe('not_found');
  });
});
