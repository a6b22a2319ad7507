import { gzipSync } from 'node:zlib';
import { judgedRecord } from '../../../../test/support/judged-record';
import type { JudgedRecord } from '../../../../test/support/judged-record';
import { scannedCda } from '../../../../test/support/sample-cda';
import { readSections } from '../reading/read-record';

/*
 * Shapes in which systems of other countries hand out what they know: each is taken as far as it says something, and what became of
 * it is told. Nobody in them ever was.
 */

const bytesOf = (content: unknown): Buffer => {
  if (Buffer.isBuffer(content)) return content;
  return Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
};
const judged = (content: unknown): JudgedRecord => judgedRecord(bytesOf(content), '1984-05-12');
const linesOf = ({ record }: JudgedRecord) => readSections(record, 'en').flatMap(({ lines }) => lines);
const whys = ({ rows }: JudgedRecord) => rows.flatMap(({ why }) => why ?? []);

const subject = { reference: 'Patient/1' };
const patient = {
  resourceType: 'Patient',
  id: '1',
  name: [{ family: 'Tremblay', given: ['Emily'] }],
  gender: 'female',
  birthDate: '1984-05-12',
};
const ferritin = {
  ...{ resourceType: 'Observation', id: 'o1', status: 'final', code: { text: 'Ferritin' }, subject },
  valueQuantity: { value: 41, unit: 'µg/L' },
};
const bundle = (type: string | undefined, ...resources: object[]) => ({
  ...{ resourceType: 'Bundle', type },
  entry: resources.map((resource) => ({ resource })),
});
const base = 'https://ehr.example/fhir/R4';

describe('a file in whichever shape', () => {
  const plain = JSON.stringify(bundle('collection', patient, ferritin));
  it.each([
    ['with a mark in front', Buffer.from(`\u{feff}${plain}`)],
    ['in UTF-16', Buffer.from(`\u{feff}${plain}`, 'utf16le')],
    ['in UTF-16 without a mark', Buffer.from(plain, 'utf16le')],
    ['in UTF-16 the other way round', Buffer.from(`\u{feff}${plain}`, 'utf16le').swap16()],
    ['packed', gzipSync(plain)],
    ['line by line', Buffer.from(`${JSON.stringify(patient)}\r\n\n${JSON.stringify(ferritin)}\n`)],
    ['as a list', Buffer.from(JSON.stringify([patient, ferritin]))],
    ['as the answer of a search', Buffer.from(JSON.stringify({ ...bundle('searchset', patient, ferritin), total: 2 }))],
    ['as an order to write', Buffer.from(JSON.stringify(bundle('transaction', patient, ferritin)))],
    ['as what was written', Buffer.from(JSON.stringify(bundle('batch-response', patient, ferritin)))],
    ['without saying what it is', Buffer.from(JSON.stringify(bundle(undefined, patient, ferritin)))],
    [
      'as the answer of an operation',
      Buffer.from(
        JSON.stringify({
          resourceType: 'Parameters',
          parameter: [{ name: 'return', resource: bundle('collection', patient, ferritin) }],
        }),
      ),
    ],
    [
      'in XML',
      Buffer.from(`<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/><entry><resource><Patient><id value="1"/><name>
        <family value="Tremblay"/><given value="Emily"/></name><gender value="female"/><birthDate value="1984-05-12"/></Patient></resource></entry>
        <entry><resource><Observation><id value="o1"/><status value="final"/><code><text value="Ferritin"/></code>
        <subject><reference value="Patient/1"/></subject><valueQuantity><value value="41"/><unit value="µg/L"/></valueQuantity></Observation>
        </resource></entry></Bundle>`),
    ],
  ])('is read %s', (_, bytes) => {
    const found = judged(bytes);
    expect([found.counts, whys(found)]).toEqual([{ taken: 2, kept: 0, refused: 0 }, []]);
    expect(linesOf(found)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ title: 'Ferritin', said: ['41\u00a0µg/L'] }),
        expect.objectContaining({
          title: 'Emily Tremblay',
          said: ['Female', expect.stringContaining('1984') as string],
        }),
      ]),
    );
  });

  it('may be one resource alone', () => {
    expect(judged(ferritin).counts).toEqual({ taken: 1, kept: 0, refused: 0 });
  });

  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'empty'],
    ['an empty answer', '{"resourceType":"Bundle","type":"searchset","total":0}', 'empty'],
    ['a list of nothing', '[]', 'notFhir'],
    ['another list', '[1,2]', 'notFhir'],
    ['lines of which one is broken', `${JSON.stringify(patient)}\n{"resourceType":`, 'notJson'],
    ['what unfolds to more than can be taken', gzipSync(Buffer.alloc(67_108_865, 32)), 'gzip'],
    ['what only begins as if it were packed', Buffer.from([0x1f, 0x8b, 1, 2, 3]), 'gzip'],
    ['a line too many', '{"a":1}\n'.repeat(100_001), 'tooMany'],
    [
      'bundles of too many in all',
      JSON.stringify(
        Array.from({ length: 11 }, () => ({ resourceType: 'Bundle', entry: Array(10_000).fill({}) as object[] })),
      ),
      'tooMany',
    ],
    ['a line that is more than can be read at once', `{"a":1}\n{"a":[${'[],'.repeat(500_000)}1]}`, 'tooMuch'],
    [
      'one thing that is more than can be read at once',
      `{"resourceType":"List","entry":[${Array(2)
        .fill(`[${'[],'.repeat(130_000)}1]`)
        .join(',')}]}`,
      'tooMuch',
    ],
    ['two things in one line', '{"resourceType":"Patient"}{"resourceType":"Patient"}', 'notJson'],
    ['bytes', Buffer.from([0x7b, 0xff, 0xfe, 0x80]), 'notText'],
  ])('is refused where it is %s', (_, content, why) => expect(() => judged(content)).toThrow(new Error(why)));

  it('keeps two documents in one apart, each with the people whom it names', () => {
    const document = (value: string, name: string, lab: string) => ({
      ...bundle(
        'document',
        {
          resourceType: 'Composition',
          status: 'final',
          type: { text: 'Summary' },
          date: '2026',
          title: name,
          author: [subject],
          section: [{ title: 'R', entry: [{ reference: 'Observation/o1' }] }],
        },
        { ...ferritin, performer: [{ reference: 'Organization/1' }], note: [{ text: name }] },
        { resourceType: 'Organization', id: '1', name: lab },
      ),
      identifier: { system: 'urn:x', value },
    });
    const found = judged(
      bundle(
        'searchset',
        document('a', 'First', 'North'),
        document('b', 'Second', 'South'),
        document('a', 'First', 'North'),
      ),
    );
    // The first one came twice, and is there once.
    expect([found.counts.taken, found.incoming.length]).toEqual([9, 6]);
    expect(new Set(found.incoming.map(({ source }) => source)).size).toBe(6);
    // "Organization/1" is somebody else in each of them, and named beside what came with it.
    const said = linesOf(found)
      .filter(({ title }) => title === 'Ferritin')
      .map((line) => line.said.filter((each) => /North|South|First|Second/.test(each)));
    expect(said.toSorted()).toEqual([
      ['By North', 'First'],
      ['By South', 'Second'],
    ]);
  });

  it('has references of every kind, and says where one leads nowhere', () => {
    const named = (reference: string) => ({
      ...ferritin,
      id: reference.replace(/[^a-z0-9]/gi, '').slice(-40),
      subject: { reference },
    });
    const entry = [
      { fullUrl: `${base}/Patient/1`, resource: patient },
      ...['Patient/1', `${base}/Patient/1`, `${base}/Patient/1/_history/3`, 'https://other.example/Patient/1'].map(
        (reference) => ({ resource: named(reference) }),
      ),
    ];
    expect(whys(judged({ resourceType: 'Bundle', type: 'searchset', entry }))).toEqual([]);
    const uuid = '0f5c2d9a-6b1e-4c73-9a20-000000000001';
    const byUuid = bundle('collection', { ...patient, id: uuid }, named(`urn:uuid:${uuid}`));
    expect(whys(judged(byUuid))).toEqual([]);
    expect(whys(judged(bundle('collection', patient, named('Patient/9'))))).toEqual(['reference']);
  });

  it('is one resource with a member that is called as the list of a bundle', () => {
    const list = {
      resourceType: 'List',
      status: 'current',
      mode: 'working',
      entry: [{ item: { display: 'Aspirin' } }],
    };
    const { counts, record } = judged(list);
    expect([counts.taken, record[0]?.body]).toEqual([1, list]);
  });

  const request = (method: string, url: string) => ({ request: { method, url } });
  const response = (status: string) => ({ response: { status } });
  it.each<[string, object[], object]>([
    [
      'searchset',
      [
        { fullUrl: `${base}/Patient/1`, resource: patient, search: { mode: 'include' } },
        { fullUrl: `${base}/Observation/o1`, resource: ferritin, search: { mode: 'match' } },
        { resource: { resourceType: 'OperationOutcome', issue: [] }, search: { mode: 'outcome' } },
      ],
      { taken: 2, kept: 0, refused: 1 },
    ],
    [
      'transaction',
      [
        { fullUrl: 'urn:uuid:0f5c2d9a-6b1e-4c73-9a20-000000000001', resource: patient, ...request('POST', 'Patient') },
        { resource: ferritin, ...request('PUT', 'Observation/o1') },
        request('DELETE', 'Observation/o2'),
      ],
      { taken: 2, kept: 0, refused: 1 },
    ],
    [
      'batch-response',
      [
        { resource: patient, ...response('200') },
        { resource: bundle('searchset', ferritin), ...response('200') },
        { resource: bundle('searchset', ferritin, patient), ...response('200') },
        { ...response('404'), resource: { resourceType: 'OperationOutcome', issue: [] } },
      ],
      { taken: 4, kept: 0, refused: 1 },
    ],
    [
      'batch',
      [{ resource: patient, ...request('POST', 'Patient') }, request('GET', 'Observation?x=1')],
      { taken: 1, refused: 1 },
    ],
    ['message', [{ resource: { resourceType: 'MessageHeader' } }, { resource: patient }], { taken: 1, refused: 1 }],
  ])('is taken from a bundle of type %s', (type, entry, counts) => {
    const found = judged({ resourceType: 'Bundle', type, entry });
    expect(found.counts).toMatchObject(counts);
    // The same in two pages is there once.
    expect(found.incoming.filter(({ type: own }) => own === 'Patient')).toHaveLength(1);
    expect(whys(found).filter((why) => why === 'reference' || why === 'rule')).toEqual([]);
  });

  it('has of a history only the newest, and nothing that was deleted', () => {
    const of = (id: string, value: number) => ({ ...ferritin, id, valueQuantity: { value, unit: 'µg/L' } });
    const entry = [
      { fullUrl: `${base}/Observation/o1`, resource: of('o1', 52), ...request('PUT', 'Observation/o1') },
      { fullUrl: `${base}/Observation/o2`, ...request('DELETE', 'Observation/o2') },
      { fullUrl: `${base}/Observation/o2`, resource: of('o2', 12), ...request('PUT', 'Observation/o2') },
      { fullUrl: `${base}/Observation/o1`, resource: of('o1', 41), ...request('POST', 'Observation') },
    ];
    const found = judged({ resourceType: 'Bundle', type: 'history', entry });
    expect(linesOf(found).map(({ said }) => said)).toEqual([['52\u00a0µg/L']]);
    expect(found.rows.map(({ why, count }) => [why, count])).toEqual(
      expect.arrayContaining([
        ['older', 2],
        ['noResource', 1],
      ]),
    );
  });

  it('goes on in lines as long as they are, each a bundle or not', () => {
    const line = JSON.stringify(
      bundle('searchset', ferritin, { ...ferritin, id: 'o2', note: [{ text: 'x'.repeat(2_000_000) }] }),
    );
    const found = judged(`${JSON.stringify(patient)}\n${`${line}\n`.repeat(9)}`);
    expect([found.counts.taken, found.incoming.length]).toEqual([19, 3]);
  });

  it('tells what systems say to each other from what they say of a patient', () => {
    const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code: 'suppressed' }] };
    const found = judged(bundle('searchset', patient, ferritin, outcome));
    expect([found.counts, whys(found)]).toEqual([{ taken: 2, kept: 0, refused: 1 }, ['message']]);
  });

  it('says whose a document in XML is, where that is somebody else', () => {
    expect(whys(judged(scannedCda('19500101', 'QUJD')))).toEqual(['document', 'otherBirthDate']);
    expect(whys(judged(scannedCda('198405120830+0000', 'QUJD')))).toEqual(['document']);
  });
});
