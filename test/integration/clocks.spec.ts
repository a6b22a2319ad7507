import { decideClock, moveVisit, readClockChanges, recountVisit, visitsToRecount } from '@okaeri/care';
import type { InstitutionId, PersonId, VisitId } from '@okaeri/contracts';
import { Temporal, now, toInstant, toIso, tzdataVersion } from '@okaeri/words/time';
import { readCalendar } from '../support/calendar';
import { MailSink } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import type { Reader } from '../support/mail-world';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import { until } from '../support/until';

/**
 * Four places whose clocks tz 2025c and 2026c tell apart, in minutes east of Greenwich, written down by hand from the
 * release notes of 2026a to 2026c: British Columbia and Alberta keep summer time for good, Morocco goes by Greenwich.
 */
const before: Record<string, number> = {
  'America/Vancouver': -480,
  'America/Edmonton': -420,
  'Africa/Casablanca': 60,
  'Africa/El_Aaiun': 60,
};

/** What clocks show of these hours in both releases: nobody need decide anything. */
const still: readonly (readonly [named: string, zone: string, wall: string, offset: number])[] = [
  ['spring gap', 'America/Toronto', '2027-03-14T03:00:00', -240],
  ['autumn overlap', 'America/Toronto', '2027-11-07T01:30:00', -240],
  ['date line: Apia', 'Pacific/Apia', '2027-01-05T09:00:00', 780],
  ['date line: Kiritimati', 'Pacific/Kiritimati', '2027-01-05T09:00:00', 840],
  ['midnight that is skipped: Cairo', 'Africa/Cairo', '2027-04-30T01:00:00', 180],
  ['midnight that is skipped: Beirut', 'Asia/Beirut', '2027-03-28T01:00:00', 180],
  ['half-hour zones: Lord Howe', 'Australia/Lord_Howe', '2027-01-05T09:00:00', 660],
  ['half-hour zones: Kolkata', 'Asia/Kolkata', '2027-01-05T09:00:00', 330],
  ['half-hour zones: St John’s', 'America/St_Johns', '2027-01-05T09:00:00', -210],
  ['half-hour zones: Kathmandu', 'Asia/Kathmandu', '2027-01-05T09:00:00', 345],
  ['Ramadan in Casablanca, by Greenwich in both', 'Africa/Casablanca', '2027-02-20T09:00:00', 0],
  ['British Columbia in summer', 'America/Vancouver', '2027-07-06T17:00:00', -420],
];

const instantAt = (wall: string, offset: number) =>
  toInstant(Temporal.PlainDateTime.from(wall).toZonedDateTime('UTC').epochMilliseconds - offset * 60_000);

describe('visits that were booked under tz 2025c', () => {
  let world: MailWorld;
  let sink: MailSink;
  let scheduler: TestScheduler;
  let coordinator: PersonId;
  let institutionIds: InstitutionId[];

  beforeAll(async () => {
    world = await MailWorld.open();
    sink = await MailSink.start();
    scheduler = await startScheduler(world.database.url, { smtpUrl: sink.url });
    coordinator = (await world.person({ zone: 'Asia/Tokyo' })).id;
    institutionIds = [world.institutionId];
  });
  afterAll(async () => {
    await scheduler?.close();
    await sink?.stop();
    await world?.close();
  });

  /** As a process with the older zone data left it: its people were told the walls of then. */
  async function booked(
    zone: string,
    wall: string,
    offset: number,
  ): Promise<{ id: VisitId; patient: Reader; physician: Reader }> {
    const [patient, physician] = [await world.person({ zone }), await world.physician()];
    const id = await world.visit({ patient, physician, startsAt: instantAt(wall, offset) });
    await sink.mailTo(patient.email, 'visit_booked');
    await sink.mailTo(physician.email, 'visit_booked');
    await world.tx(async (em) => {
      await em.query(`update visit set tzdata = '2025c', patient_wall = $2, patient_zone = $3 where id = $1`, [
        ...[id, wall, zone],
      ]);
      // Nobody else sees it before it is committed: the scheduler looks too.
      expect(await visitsToRecount(em)).toContain(id);
    });
    await world.database.query(`update seat set wall = $2, zone = $3 where visit_id = $1 and role = 'patient'`, [
      id,
      wall,
      zone,
    ]);
    return { id, patient, physician };
  }
  const recount = (id: VisitId) => world.tx((em) => recountVisit(em, id));
  const openOf = async (id: VisitId) =>
    (await readClockChanges(world.data.manager, { institutionIds, after: null, most: 200 })).find(
      ({ visitId }) => visitId === id,
    );
  const decide = (changeId: string, keep: 'wall' | 'instant') =>
    world.tx((em) => decideClock(em, changeId, { keep, by: coordinator, institutionIds }));
  const rowOf = async (id: VisitId) => {
    const [row] = await world.database.query<{ startsAt: Date; patientWall: string; tzdata: string; sequence: number }>(
      `select starts_at as "startsAt", patient_wall as "patientWall", tzdata, calendar_sequence as sequence from visit where id = $1`,
      [id],
    );
    return row && { ...row, startsAt: toIso(toInstant(row.startsAt)) };
  };
  const told = (reader: Reader) => sink.to(reader.email, 'visit_clock');
  const quiet = () =>
    until(async () => {
      const open = await world.database.query(
        `select 1 from outbox_delivery where handled_at is null
          union all select 1 from notify_message where state in ('queued', 'sending') and next_at <= now()`,
      );
      return open.length === 0;
    });

  it.each(still)('%s: nothing to decide, and it is noted silently', async (_named, zone, wall, offset) => {
    const { id } = await booked(zone, wall, offset);
    expect(await recount(id)).toBe(false);
    expect(await openOf(id)).toBeUndefined();
    expect(await rowOf(id)).toMatchObject({ patientWall: wall, tzdata: tzdataVersion() });
    expect(await world.tx((em) => visitsToRecount(em))).not.toContain(id);
  });

  it.each([
    ['British Columbia after 2026-11-01', 'America/Vancouver', '2027-01-12T17:00:00', '2027-01-12T18:00:00'],
    ['Alberta', 'America/Edmonton', '2027-01-13T17:00:00', '2027-01-13T18:00:00'],
    ['Casablanca', 'Africa/Casablanca', '2027-01-14T10:00:00', '2027-01-14T09:00:00'],
    ['El Aaiún, over midnight', 'Africa/El_Aaiun', '2027-01-16T00:30:00', '2027-01-15T23:30:00'],
  ])(
    '%s: the visit stays as promised until somebody decides, and keeps the hour',
    async (_named, zone, wall, after) => {
      const offset = before[zone] ?? 0;
      const { id, patient, physician } = await booked(zone, wall, offset);
      expect(await recount(id)).toBe(true);
      expect(await recount(id)).toBe(true);
      const change = await openOf(id);
      expect(change?.walls).toEqual([{ who: 'patient', zone, before: wall, after }]);
      expect(await rowOf(id)).toMatchObject({ patientWall: wall, tzdata: '2025c', sequence: 0 });

      const wanted = toIso(
        instantAt(wall, Temporal.Instant.from(`${wall}Z`).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9),
      );
      await decide(change?.id ?? '', 'wall');
      await decide(change?.id ?? '', 'wall');
      await expect(decide(change?.id ?? '', 'instant')).rejects.toMatchObject({ code: 'conflict' });
      expect(await rowOf(id)).toMatchObject({
        startsAt: wanted,
        patientWall: wall,
        tzdata: tzdataVersion(),
        sequence: 1,
      });
      for (const reader of [patient, physician]) {
        const mail = await sink.mailTo(reader.email, 'visit_clock');
        const entry = readCalendar(mail.calendar ?? '');
        expect(entry).toMatchObject({
          method: 'REQUEST',
          sequence: 1,
          starts: toInstant(wanted).epochMilliseconds / 1000,
        });
      }
      await quiet();
      expect([told(patient).length, told(physician).length]).toEqual([1, 1]);
      expect(told(patient)[0]?.mail.text).toContain('On your clock the time stays as it was');
      expect(told(physician)[0]?.mail.html).toContain('<s ');
      expect(sink.to(patient.email, 'visit_moved')).toHaveLength(0);
      expect(await openOf(id)).toBeUndefined();
    },
  );

  it('the moment is kept, and who reads another hour is told once', async () => {
    const { id, patient, physician } = await booked('America/Vancouver', '2027-01-19T17:00:00', -480);
    const startsAt = (await rowOf(id))?.startsAt;
    await recount(id);
    const change = await openOf(id);
    await decide(change?.id ?? '', 'instant');
    expect(await rowOf(id)).toMatchObject({ startsAt, patientWall: '2027-01-19T18:00:00', sequence: 1 });
    const mail = await sink.mailTo(patient.email, 'visit_clock');
    expect(mail.mail.text).toMatch(/another time:[\s\S]*6:00 p\.m\.[\s\S]*no longer holds:[\s\S]*5:00 p\.m\./);
    await sink.mailTo(physician.email, 'visit_clock');
    await quiet();
    expect([told(patient).length, told(physician).length]).toEqual([1, 1]);
  });

  it('an hour that somebody has given away is refused, and stays to be decided', async () => {
    const { id, physician } = await booked('America/Edmonton', '2027-01-20T17:00:00', -420);
    await world.visit({ patient: await world.person(), physician, startsAt: instantAt('2027-01-20T17:00:00', -360) });
    await recount(id);
    const change = await openOf(id);
    await expect(decide(change?.id ?? '', 'wall')).rejects.toThrow(/claim_no_overlap/);
    expect(await openOf(id)).toMatchObject({ id: change?.id });
    expect(await rowOf(id)).toMatchObject({ sequence: 0, tzdata: '2025c' });
  });

  it('one that is moved has nothing left to decide', async () => {
    const { id } = await booked('America/Edmonton', '2027-01-25T17:00:00', -420);
    await recount(id);
    expect(await openOf(id)).toBeDefined();
    await world.tx((em) => moveVisit(em, id, { startsAt: instantAt('2027-01-26T17:00:00', -360), by: coordinator }));
    expect(await openOf(id)).toBeUndefined();
    expect(await rowOf(id)).toMatchObject({ patientWall: '2027-01-26T17:00:00', tzdata: tzdataVersion() });
  });

  it('is nobody’s to decide who does not look after it', async () => {
    const { id } = await booked('America/Edmonton', '2027-01-21T17:00:00', -420);
    await recount(id);
    const change = await openOf(id);
    const elsewhere = { keep: 'wall' as const, by: coordinator, institutionIds: [] };
    await expect(world.tx((em) => decideClock(em, change?.id ?? '', elsewhere))).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('an interpreter’s clock counts as she was told', async () => {
    const interpreter = await world.person({ zone: 'Africa/Casablanca' });
    const [patient, physician] = [await world.person(), await world.physician()];
    const startsAt = instantAt('2027-01-22T10:00:00', 60);
    const others = [
      { reader: interpreter, role: 'interpreter' as const, interprets: ['ja', 'en'] as [string, string] },
    ];
    const id = await world.visit({ patient, physician, startsAt, others });
    await sink.mailTo(interpreter.email, 'visit_booked');
    const [seat] = await world.database.query<{ id: string; zone: string; wall: string }>(
      `select id, zone, wall from seat where person_id = $1`,
      [interpreter.id],
    );
    expect(seat).toMatchObject({ zone: 'Africa/Casablanca', wall: '2027-01-22T09:00:00' });
    await world.database.query(`update seat set wall = '2027-01-22T10:00:00' where id = $1`, [seat?.id]);
    await world.database.query(`update visit set tzdata = '2025c' where id = $1`, [id]);
    expect(await recount(id)).toBe(true);
    expect((await openOf(id))?.walls).toEqual([
      { who: seat?.id, zone: 'Africa/Casablanca', before: '2027-01-22T10:00:00', after: '2027-01-22T09:00:00' },
    ]);
    expect(now().epochMilliseconds).toBeLessThan(startsAt.epochMilliseconds);
  });
});
