import type { PersonId } from '@okaeri/contracts';
import { eraseRecord, erasing } from '@okaeri/records';
import type { Erased } from '@okaeri/records';
import { now } from '@okaeri/words/time';
import { OwnHouse } from '../support/own-house';
import { dicom } from '../support/sample-dicom';
import { pdf, png } from '../support/sample-files';
import { sampleRecord } from '../support/sample-record';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(60_000);

/** Nobody writes this by chance. */
const mark = 'Quetzalcoatlus';

/** Real: PostgreSQL, the whole api, and a folder for the bytes. */
describe('a person who is erased', () => {
  let house: OwnHouse;
  let other: Somebody;
  let episodeId: string;
  beforeAll(async () => {
    house = await OwnHouse.open();
    const elsewhere = await house.world.visit();
    other = elsewhere.patient;
    const rows = await house.query<{ id: string }>('select episode_id as id from visit where id = $1', [house.visitId]);
    episodeId = rows[0]?.id ?? '';
  });
  afterAll(() => house.close());

  const erase = (id: PersonId, inYears: number) => {
    const day = now().toZonedDateTimeISO('UTC').toPlainDate().add({ years: inYears });
    return house.world.data.transaction((em) => eraseRecord(em, id, day));
  };

  it('leaves no table and no column behind about which nobody has decided', async () => {
    const rows = await house.query<{ table: string; columns: string[] }>(
      `select c.table_name as table, array_agg(c.column_name::text order by c.column_name) as columns
         from information_schema.columns c join pg_tables t on t.tablename = c.table_name and t.schemaname = c.table_schema
        where c.table_schema = 'public' group by c.table_name order by c.table_name`,
    );
    expect(erasing.map(({ table }) => table).toSorted()).toEqual(rows.map(({ table }) => table));
    const decided = new Map(
      erasing.flatMap((each) => {
        if ('blanks' in each) return [[each.table, [...Object.keys(each.blanks), ...each.keeps].toSorted()] as const];
        return 'stays' in each ? [[each.table, each.stays.toSorted()] as const] : [];
      }),
    );
    for (const { table, columns } of rows) {
      if (decided.has(table)) expect([table, decided.get(table)]).toEqual([table, columns.toSorted()]);
    }
  });

  it('is named and described in all these places', async () => {
    const { patient, physician, visitId } = house;
    await house.bring(`${mark}.pdf`, pdf());
    await house.bring('ct.dcm', dicom({ name: mark }));
    for (const drug of [mark, `${mark} forte`]) {
      expect((await house.bringRecord(sampleRecord().replaceAll('Penicillin', drug))).status).toBe(200);
    }
    const file = await house.told<{ fileId: string }>(patient, 'POST', `/api/visits/${visitId}/files`, {
      ...{ name: `${mark}.png`, bytes: png().length, type: 'image/png' },
    });
    await house.put(patient, `/api/files/${file.fileId}/content`, png());
    await house.query(`update visit set status = 'arrived' where id = $1`, [visitId]);
    const note = { text: mark, nextSteps: mark, language: 'en', version: 0 };
    await house.told(physician, 'PUT', `/api/visits/${visitId}/note`, note);
    await house.told(physician, 'POST', `/api/visits/${visitId}/note/sign`, { version: 1 });
    await house.told(patient, 'POST', `/api/episodes/${episodeId}/messages`, { text: mark });
    await house.told(patient, 'POST', `/api/visits/${visitId}/questions`, { text: mark });
    const kept = { grantee: { kind: 'treating' }, categories: ['medicines'], why: mark };
    await house.told(patient, 'POST', '/api/me/shares', kept);
    const link = { label: mark, categories: ['medicines'], days: 30, passcode: null };
    await house.told(patient, 'POST', '/api/me/health-links', link);
    await plantTheRest();
    expect(await house.tablesWith([mark])).toEqual([
      ...['arrival', 'break_glass', 'consent', 'episode', 'fhir_history', 'fhir_resource', 'file', 'health_link'],
      ...['inbox_line', 'interpreter_ask', 'note', 'note_version', 'patient_question', 'person', 'person_merge'],
      ...['record_upload', 'seat', 'session', 'task', 'thread_message', 'visit', 'visit_change', 'visit_message'],
    ]);
  });

  it('is not while a law asks to keep her record, nor with a visit ahead', async () => {
    expect(await erase(house.patient.id, 1)).toMatchObject({ kept: { country: 'JP' } });
    expect(await erase(house.patient.id, 60)).toEqual({ ahead: 1 });
    expect(await house.tablesWith([mark])).toHaveLength(23);
  });

  it('is found by no word afterwards, and what is sealed opens for nobody', async () => {
    await house.query(`update visit set status = 'fulfilled' where id = $1`, [house.visitId]);
    const [history] = await house.query<{ n: number }>('select count(*)::int as n from visit_change');
    const stored = await house.blobs();
    const erased = (await erase(house.patient.id, 60)) as Erased;
    expect(erased).toMatchObject({ keys: 1 });
    expect(erased.blobs).toEqual(expect.arrayContaining(stored.filter((name) => !name.endsWith('.part'))));
    expect(await house.tablesWith([mark])).toEqual([]);
    // The numbers of the hospital, and who did what when, are as they were.
    expect(await house.query('select count(*)::int as n from visit_change')).toEqual([history]);
    expect(await house.query('select status, minutes from visit where id = $1', [house.visitId])).toEqual([
      { status: 'fulfilled', minutes: 30 },
    ]);
    expect((await house.ask(house.patient, 'GET', '/api/pages/home')).status).toBe(401);
    const told = await house.query(`select permission, via from ledger where entity = 'person' and entity_id = $1`, [
      house.patient.id,
    ]);
    expect(told).toContainEqual({ permission: 'file.remove', via: 'job' });
    const [key] = await house.query<object>(
      'select wrapped, destroyed_at is not null as destroyed from data_key where patient_id = $1',
      [house.patient.id],
    );
    expect(key).toEqual({ wrapped: null, destroyed: true });
  });

  it('takes nobody with her', async () => {
    const rows = await house.query<{ name: string; title: object }>(
      `select p.name, e.title from person p join episode e on e.patient_id = p.id where p.id = $1`,
      [other.id],
    );
    expect(rows).toEqual([{ name: 'Test', title: { en: 'Follow-up' } }]);
    expect((await house.ask(other, 'GET', '/api/pages/home')).status).toBe(200);
    const [physician] = await house.query<{ name: string }>('select name from person where id = $1', [
      house.physician.id,
    ]);
    expect(physician).toEqual({ name: 'Test' });
  });

  it('for whom nothing was ever kept, has nothing kept from then on', async () => {
    await house.query(
      `update visit set status = 'fulfilled' where id = (select visit_id from seat where person_id = $1 limit 1)`,
      [other.id],
    );
    expect(await erase(other.id, 60)).toMatchObject({ keys: 0, blobs: [] });
    expect(await erase(other.id, 60)).toMatchObject({ keys: 0 });
    const destroyed = await house.query('select wrapped from data_key where patient_id = $1', [other.id]);
    expect(destroyed).toEqual([{ wrapped: null }]);
  });

  it('leaves signed notes and the history of visits guarded against everything else', async () => {
    const change = (sql: string) => house.query(sql);
    await expect(change(`update visit_change set reason = 'other'`)).rejects.toThrow('append-only');
    await expect(change('delete from visit_change')).rejects.toThrow('append-only');
    await expect(change('delete from note_version')).rejects.toThrow('never changed');
    const erasingNow = (sql: string) =>
      house.world.data.transaction(async (em) => {
        await em.query(`select set_config('okaeri.erasing', 'on', true)`);
        return em.query(sql);
      });
    await expect(erasingNow('update visit_change set at = now()')).rejects.toThrow('append-only');
    await expect(erasingNow(`update note_version set text = 'x'`)).rejects.toThrow('never changed');
  });

  /** What the pages of others write, and the socket. */
  async function plantTheRest(): Promise<void> {
    const { patient, physician, visitId, institutionId } = house;
    const plant = (sql: string, ...values: unknown[]) => house.query(sql.replaceAll('MARK', mark), values);
    await plant(
      `update person set name = 'MARK', name_latin = 'MARK', email = 'MARK@canary.example', phone = 'MARK' where id = $1`,
      patient.id,
    );
    await plant(`update session set user_agent = 'MARK' where person_id = $1`, patient.id);
    await plant(`update episode set title = '{"ja": "MARK"}', treatment = 'MARK' where id = $1`, episodeId);
    await plant(`update visit set purpose = 'MARK', patient_wall = 'MARK' where id = $1`, visitId);
    await plant(`update seat set relation = 'MARK', declined_reason = 'MARK' where visit_id = $1`, visitId);
    await plant(
      `insert into arrival (seat_id, place, country, callback_number, emergency_number)
       select id, 'MARK', 'CA', 'MARK', '911' from seat where visit_id = $1 and person_id = $2`,
      ...[visitId, patient.id],
    );
    await plant(
      `insert into visit_change (visit_id, kind, reason, before, sequence) values ($1, 'moved', 'MARK', '{"patientWall": "MARK"}', 1)`,
      visitId,
    );
    await plant(
      `insert into visit_message (visit_id, by_id, language, text) values ($1, $2, 'en', 'MARK')`,
      ...[visitId, physician.id],
    );
    await plant(
      `insert into task (episode_id, visit_id, source, kind, title, note, owner_role, due_at)
       values ($1, $2, 'coordinator', 'coordinator', 'MARK', 'MARK', 'coordinator', now())`,
      ...[episodeId, visitId],
    );
    await plant(
      `insert into interpreter_ask (visit_id, person_id, rank, languages, minutes, state, reason)
       values ($1, $2, 0, '{ja,en}', 60, 'declined', 'MARK')`,
      ...[visitId, physician.id],
    );
    await plant(
      `insert into break_glass (patient_id, institution_id, person_id, reason, at, until)
       values ($1, $2, $3, 'MARK MARK', now(), now() + interval '1 hour')`,
      ...[patient.id, institutionId, physician.id],
    );
    // Two records that were one person: the other is erased with her.
    const { id: before } = await house.world.person();
    await plant(`update person set name = 'MARK', merged_into = $2 where id = $1`, before, patient.id);
    await plant(
      `insert into person_merge (from_id, into_id, by, reason) values ($1, $2, $3, 'MARK')`,
      ...[before, patient.id, physician.id],
    );
    // What her physician was told of her.
    await plant(
      `with told as (insert into notify_message (kind, person_id, entity, entity_id, due_at, next_at, channel)
                     values ('visit_declined', $1, 'visit', $2, now(), now(), 'app') returning id)
       insert into inbox_line (message_id, title, text) select id, 'MARK', 'MARK' from told`,
      ...[physician.id, visitId],
    );
  }
});
