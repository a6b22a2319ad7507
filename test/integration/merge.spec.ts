import { mergePatients } from '@okaeri/access';
import type { HealthLinks, ImagingPage, ImagingSeries, SharingPage, VisitQuestions } from '@okaeri/contracts';
import { OwnHouse } from '../support/own-house';
import { dicom } from '../support/sample-dicom';
import { pdf } from '../support/sample-files';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL, the whole api, and a folder for the bytes. */
describe('two records that were one person', () => {
  let house: OwnHouse;
  /** Who is found to be the patient of the house. */
  let other: Somebody;
  let hers: { visitId: string; uploadId: string; linkId: string };
  let theirs: { visitId: string; uploadId: string; linkId: string };

  beforeAll(async () => {
    house = await OwnHouse.open();
    const elsewhere = await house.world.visit();
    other = elsewhere.patient;
    hers = { visitId: house.visitId, ...(await bringAll(house.patient, house.visitId, 'hers')) };
    theirs = { visitId: elsewhere.visitId, ...(await bringAll(other, elsewhere.visitId, 'theirs')) };
    await house.query(
      `insert into break_glass (patient_id, institution_id, person_id, reason, at, until)
       values ($1, $2, $3, 'Brought in unconscious', now(), now() + interval '1 hour')`,
      [other.id, house.institutionId, house.physician.id],
    );
    // Both had a visit at this time; the other one's was another day.
    await house.query('delete from claim where resource_id = $1', [other.id]);
    const merging = { from: other.id, into: house.patient.id, by: house.physician.id, reason: 'The same person' };
    await house.world.data.transaction((em) => mergePatients(em, merging));
  });
  afterAll(() => house.close());

  const told = <T>(path: string) => house.told<T>(house.patient, 'GET', path);
  const record = (path: string) => `/api/patients/${house.patient.id}${path}`;

  async function bringAll(who: Somebody, visitId: string, mark: string) {
    const { uploadId } = await house.bring(`${mark}.pdf`, Buffer.concat([pdf(), Buffer.from(`% ${mark}\n`)]), who);
    // One study that both have, with other pictures, and one that is each one's own.
    const number = mark === 'hers' ? 1 : 2;
    await house.bring('both.dcm', dicom({ number, study: '1.2.3', series: '1.2.3.4' }), who);
    await house.bring('own.dcm', dicom({ uid: `1.9.${number}`, study: `1.5.${number}`, series: `1.6.${number}` }), who);
    await house.told(who, 'POST', `/api/visits/${visitId}/questions`, { text: `May I swim, ${mark}?` });
    const categories = mark === 'hers' ? ['medicines', 'results'] : ['results', 'images'];
    await house.told(who, 'POST', '/api/me/shares', { grantee: { kind: 'treating' }, categories });
    const link = { label: mark, categories: ['medicines'], days: 30, passcode: null };
    const { linkId } = await house.told<{ linkId: string }>(who, 'POST', '/api/me/health-links', link);
    return { uploadId, linkId };
  }

  it('have the files of both, which open as they did', async () => {
    for (const [{ uploadId }, mark] of [
      [hers, 'hers'],
      [theirs, 'theirs'],
    ] as const) {
      const { status, bytes } = await house.bytes(house.patient, record(`/uploads/${uploadId}/content`));
      expect([mark, status, bytes.includes(`% ${mark}\n`)]).toEqual([mark, 200, true]);
    }
    const left = await house.query(
      `select 1 from record_upload where patient_id = $1 union all select 1 from fhir_resource where patient_id = $1`,
      [other.id],
    );
    expect(left).toEqual([]);
    // What FHIR says of them leads to where they are now.
    const named = await house.query(`select 1 from fhir_resource where body::text like '%' || $1 || '%'`, [other.id]);
    expect(named).toEqual([]);
    expect((await house.ask(other, 'GET', '/api/pages/home')).status).toBe(401);
  });

  it('have the pictures of both; a study of one name stays twice', async () => {
    const { studies } = await told<ImagingPage>(record('/imaging'));
    expect(studies).toHaveLength(4);
    for (const { series } of studies) {
      expect(series.map(({ instances }) => instances)).toEqual([1]);
      const detail = await told<ImagingSeries>(record(`/imaging/series/${series[0]?.seriesId}`));
      expect((await house.bytes(house.patient, detail.pictures[0]?.href ?? '')).status).toBe(200);
    }
  });

  it('show what was shown under both names, and nothing that was kept from somebody under one', async () => {
    const { treating } = await told<SharingPage>('/api/pages/sharing');
    expect(treating).toEqual(['results']);
    const [left] = await house.query<{ n: number }>('select count(*)::int as n from consent where patient_id = $1', [
      other.id,
    ]);
    expect(left).toEqual({ n: 0 });
  });

  it('keep the links of the record that is kept; those of the other end', async () => {
    const { items } = await told<HealthLinks>('/api/me/health-links');
    const ended = new Map(items.map(({ linkId, state }) => [linkId, state]));
    expect([ended.get(hers.linkId), ended.get(theirs.linkId)]).toEqual(['open', 'ended']);
  });

  it('keep each question with the case that it was asked in', async () => {
    for (const [{ visitId }, mark] of [
      [hers, 'hers'],
      [theirs, 'theirs'],
    ] as const) {
      const { items } = await told<VisitQuestions>(`/api/visits/${visitId}/questions`);
      expect(items.map(({ text }) => text)).toEqual([`May I swim, ${mark}?`]);
    }
  });

  it('leave an emergency open, and its review, on the record that is kept', async () => {
    const rows = await house.query<{ patient: string }>('select patient_id as patient from break_glass');
    expect(rows).toEqual([{ patient: house.patient.id }]);
    const read = await house.ask(house.physician, 'GET', `/api/pages/records/${house.patient.id}`);
    expect(read.status).toBe(200);
  });

  it('count what was read under either name as read', async () => {
    // A coordinator joins a third record, with a note and messages that its owner has read.
    const third = await house.world.visit();
    await house.query('delete from claim where resource_id = $1', [third.patient.id]);
    const episode = 'select episode_id from visit where id = $1';
    await house.query(`insert into thread_seen (episode_id, person_id, until) values ((${episode}), $2, now())`, [
      ...[third.visitId, third.patient.id],
    ]);
    const note = await house.query<{ id: string }>(
      `insert into note (visit_id, episode_id, author_id, language) values ($1, (${episode}), $2, 'en') returning id`,
      [third.visitId, third.physician.id],
    );
    await house.query('insert into note_read (note_id, number, person_id) values ($1, 1, $2)', [
      ...[note[0]?.id, third.patient.id],
    ]);
    const merging = { from: third.patient.id, into: house.patient.id, by: house.physician.id, reason: 'The same' };
    await house.world.data.transaction((em) => mergePatients(em, merging));
    expect(
      await house.query(
        `select (select count(*)::int from thread_seen where person_id = $1) as seen,
                (select count(*)::int from note_read where person_id = $1) as read`,
        [house.patient.id],
      ),
    ).toEqual([{ seen: 1, read: 1 }]);
  });
});
