import type { JobsPage, MessageKind, SeriesBooked } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { expireAsks } from '@okaeri/scheduling';
import { now, toInstant } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { clockLines } from '../support/mail-clocks';
import type { Somebody } from '../support/socket-world';
import { Telling } from '../support/telling';
import { until } from '../support/until';

jest.setTimeout(90_000);

const present = Math.floor(now().epochMilliseconds / 60_000);
const year = now().toZonedDateTimeISO('UTC').year + 1;

/** Real: PostgreSQL, the whole api, and the scheduler with a mail server; the sweep is called by hand. */
describe('an interpreter who is asked for a series', () => {
  let world: BookingWorld;
  let telling: Telling;
  let at: Hospital;
  let second: Somebody;
  let month = 0;

  beforeAll(async () => {
    world = await BookingWorld.open();
    telling = await Telling.start(world.people.url);
  });
  afterAll(async () => {
    await telling?.stop();
    await world?.close();
  });
  beforeEach(async () => {
    at = await world.hospital();
    second = await world.people.staff(at.institutionId, 'interpreter');
    month += 2;
    const { data } = world.people;
    for (const { id } of [at.patient, at.physician, at.interpreter, second]) {
      await data.query('update person set email = $2 where id = $1', [id, addressOf({ id })]);
    }
    await data.query(
      `update person set zone = 'Asia/Ho_Chi_Minh', place = '{"ja":"ハノイ"}', language = 'ja' where id = $1`,
      [at.interpreter.id],
    );
    await data.query(`update institution set city = '{"ja":"大阪"}' where id = $1`, [at.institutionId]);
  });

  const addressOf = ({ id }: { id: string }) => `${id}@series.example`;
  const mailTo = (who: Somebody, kind: MessageKind, after = 0) =>
    telling.sink.mailTo(addressOf(who), kind, { after, withinMs: 30_000 });
  const kindsTo = (who: Somebody) => telling.sink.to(addressOf(who)).map(({ kind }) => kind);
  const book = async (times: number): Promise<SeriesBooked> => {
    const answer = await world.post('/visits/series', at.coordinator, {
      ...{ episodeId: at.episodeId, physicianId: at.physician.id, interpreter: null },
      ...{ date: `${year}-${String(month).padStart(2, '0')}-01`, time: '10:00', zone: 'Asia/Tokyo', minutes: 30 },
      ...{ everyWeeks: 1, times, keeps: 'institution' },
      ask: { personIds: [at.interpreter.id, second.id], languages: ['ja', 'en'], minutes: 60 },
    });
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('visitIds')]);
    return answer.body as SeriesBooked;
  };
  const offers = async (who: Somebody) =>
    ((await world.server.ask({ path: '/api/pages/jobs', cookie: who.cookie })).body as JobsPage).offers;
  const answer = (who: Somebody, askId: string, form: object) => world.post(`/asks/${askId}/answer`, who, form);
  /** Nothing waits to be told any more. */
  const settled = () =>
    until(async () => {
      const open: unknown[] = await world.people.data.query(
        `select 1 from outbox_delivery where handled_at is null union all
         select 1 from notify_message where state in ('queued', 'sending') and due_at <= now() + interval '20 seconds'`,
      );
      return open.length === 0;
    }, 40_000);
  const lines = ({ whens }: SeriesBooked) =>
    whens.map(({ startsAt }) => {
      const starts = Math.round(toInstant(startsAt).epochMilliseconds / 60_000);
      return clockLines({ locale: 'ja', zones: ['Asia/Ho_Chi_Minh', 'Asia/Tokyo'], starts, now: present }).join('\n');
    });

  it('is asked in one mail with every date on both clocks, and takes some: people hear of these in one piece', async () => {
    const series = await book(4);
    const asked = await mailTo(at.interpreter, 'interpreter_ask');
    for (const each of lines(series)) expect(asked.mail.text?.replaceAll('\u00a0', ' ')).toContain(each);
    const open = await offers(at.interpreter);
    expect([open.length, new Set(open.map(({ seriesId }) => seriesId)).size]).toEqual([4, 1]);
    const [one, two, three, four] = open.toSorted((a, b) => (a.when.startsAt < b.when.startsAt ? -1 : 1));
    if (!one || !two || !three || !four) throw new Error('There are four.');
    const foreign = { answer: 'accept', alike: [second.id] };
    expect((await answer(at.interpreter, one.askId, foreign)).status).toBe(404);
    const said = { answer: 'accept', alike: [two.askId], unlike: [three.askId, four.askId] };
    expect((await answer(second, one.askId, said)).status).toBe(404);
    expect((await answer(at.interpreter, one.askId, said)).status).toBe(204);

    const booked = await mailTo(at.patient, 'series_booked');
    expect(booked.calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    for (const { visitId } of [one, two]) expect(booked.calendar).toContain(visitId);
    await mailTo(at.interpreter, 'series_booked');
    await mailTo(second, 'interpreter_ask');
    expect((await offers(second)).map(({ visitId }) => visitId).toSorted()).toEqual(
      [three.visitId, four.visitId].toSorted(),
    );
    await settled();
    expect(kindsTo(at.interpreter)).toEqual(['interpreter_ask', 'series_booked']);
    expect(kindsTo(at.patient)).toEqual(['series_booked']);
    expect(kindsTo(second)).toEqual(['interpreter_ask']);

    // What she who is asked next takes is told in one piece too, and names all of them.
    const [first, last] = await offers(second);
    expect((await answer(second, first?.askId ?? '', { answer: 'accept', alike: [last?.askId] })).status).toBe(204);
    expect((await mailTo(at.patient, 'series_booked', 1)).calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(4);
    expect((await mailTo(second, 'series_booked')).calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    await settled();
    expect(kindsTo(at.interpreter)).toEqual(['interpreter_ask', 'series_booked']);
  });

  it('hears once that she need not answer any more, and whoever is asked next hears of all in one', async () => {
    const series = await book(3);
    await mailTo(at.interpreter, 'interpreter_ask');
    await world.people.data.query(
      `update interpreter_ask set answer_by = now() - interval '1 second'
        where person_id = $1 and visit_id = any($2::uuid[])`,
      [at.interpreter.id, series.visitIds],
    );
    expect(await expireAsks(world.server.app.get(Database))).toBe(3);
    const over = await mailTo(at.interpreter, 'interpreter_ask_over');
    for (const each of lines(series)) expect(over.mail.text?.replaceAll('\u00a0', ' ')).toContain(each);
    await mailTo(second, 'interpreter_ask');
    await settled();
    expect(kindsTo(at.interpreter)).toEqual(['interpreter_ask', 'interpreter_ask_over']);
    expect(kindsTo(second)).toEqual(['interpreter_ask']);
    expect(await offers(second)).toHaveLength(3);
  });

  it('hears again of what is asked of her anew', async () => {
    const { visitIds } = await book(2);
    await mailTo(at.interpreter, 'interpreter_ask');
    const [visitId] = visitIds;
    const [row]: { version: number }[] = await world.people.data.query('select version from visit where id = $1', [
      visitId,
    ]);
    const move = { date: `${year}-${String(month + 1).padStart(2, '0')}-01`, time: '11:00', zone: 'Asia/Tokyo' };
    const moved = await world.post(`/visits/${visitId}/move`, at.coordinator, {
      ...{ ...move, minutes: 30, reason: 'A better time.', version: row?.version },
    });
    expect(moved.status).toBe(200);
    await mailTo(at.interpreter, 'interpreter_ask', 1);
  });
});
