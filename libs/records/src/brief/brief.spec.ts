import type { ImportId, Kept, Resource, ResourceId } from '@okaeri/chart';
import { seriesOf, trendGroups } from '../measures/trends';
import { brief } from './brief';
import type { Changed } from './changes';
import { timelinePage } from './timeline';

const loinc = (code: string, text: string) => ({ coding: [{ system: 'http://loinc.org', code }], text });
const kept = (body: Resource, id = JSON.stringify(body)): Kept => ({
  ...{ id: id as ResourceId, importId: '1' as ImportId, source: id, version: 1, understood: true, document: null },
  body,
});
const status = (code: string) => ({ coding: [{ code }] });
const laboratory = [{ coding: [{ code: 'laboratory' }] }];
const measured = (code: string, at: string, value: number, unit: string, more: object = {}): Kept =>
  kept({
    ...{ resourceType: 'Observation', status: 'final', category: laboratory, code: loinc(code, 'Glucose') },
    ...{ effectiveDateTime: at, valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit } },
    ...more,
  });
const english = (country: string) => ({ locale: 'en' as const, country });
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

const osaka = measured('2345-7', '2026-05-01', 126, 'mg/dL');
const toronto = measured('14749-6', '2026-10-01T09:00:00-04:00', 7.5, 'mmol/L', {
  referenceRange: [{ low: { value: 3.9, code: 'mmol/L' }, high: { value: 6, code: 'mmol/L' } }],
});

describe('trends', () => {
  it('are one line, whichever way two laboratories count, in the unit that the reader is used to', () => {
    const [here] = trendGroups([osaka, toronto], english('JP'))[0]?.series ?? [];
    expect(here?.points.map(({ words, brought, flag }) => [plain(words), plain(brought ?? undefined), flag])).toEqual([
      ['126 mg/dL', undefined, null],
      ['135 mg/dL', '7.5 mmol/L', 'high'],
    ]);
    expect([here?.range, plain(here?.rangeWords ?? '')]).toEqual([{ low: 70.3, high: 108 }, '70.3 – 108 mg/dL']);
    const [there] = trendGroups([osaka, toronto], english('CA'))[0]?.series ?? [];
    expect(there?.points.map(({ value }) => value)).toEqual([6.99, 7.5]);
  });

  it('are two lines where nobody can compare', () => {
    const odd = measured('2345-7', '2026-06-01', 3, "[arb'U]/mL");
    expect(seriesOf([osaka, odd], english('JP')).map(({ points }) => points.length)).toEqual([1, 1]);
  });

  it('have one line for both numbers of a blood pressure, and nothing that was a mistake', () => {
    const pressure = kept({
      ...{ resourceType: 'Observation', status: 'final', code: loinc('85354-9', 'Blood pressure') },
      ...{ effectiveDateTime: '2026-10-01', category: [{ coding: [{ code: 'vital-signs' }] }] },
      component: [
        { code: loinc('8480-6', 'Systolic'), valueQuantity: { value: 118, unit: 'mmHg', code: 'mm[Hg]' } },
        { code: loinc('8462-4', 'Diastolic'), valueQuantity: { value: 76, unit: 'mmHg', code: 'mm[Hg]' } },
      ],
    });
    const mistake = measured('2345-7', '2026-05-02', 1260, 'mg/dL', { status: 'entered-in-error' });
    const groups = trendGroups([pressure, mistake, osaka], english('JP'));
    expect(groups.map(({ key, series }) => [key, series.map(({ title }) => title)])).toEqual([
      ['results', ['Glucose']],
      ['vitals', ['Blood pressure']],
    ]);
    expect(groups[1]?.series[0]?.points).toMatchObject([{ value: 118, below: 76, words: '118/76\u00a0mmHg' }]);
  });

  it('believe the laboratory before the range, and no range where several are for different people', () => {
    const range = (high: number) => ({ high: { value: high, code: 'mg/dL' } });
    const flags = [
      measured('2345-7', '2026-05-01', 126, 'mg/dL', { referenceRange: [range(100)] }),
      measured('2345-7', '2026-05-02', 126, 'mg/dL', {
        ...{ referenceRange: [range(100)], interpretation: [status('N')] },
      }),
      measured('2345-7', '2026-05-03', 126, 'mg/dL', { referenceRange: [range(100), range(140)] }),
    ];
    expect(seriesOf(flags, english('JP'))[0]?.points.map(({ flag }) => flag)).toEqual(['high', null, null]);
  });
});

describe('the timeline', () => {
  const record = [
    osaka,
    measured('2823-3', '2026-05-01', 4, 'mmol/L'),
    kept({
      resourceType: 'Procedure',
      status: 'completed',
      code: { text: 'Proton therapy' },
      performedDateTime: '2026-05',
    }),
    kept({ resourceType: 'Condition', code: { text: 'Hepatitis B' } }),
    kept({ resourceType: 'Patient', name: [{ text: 'Emily' }] }),
  ];

  it('goes by months, the newest first, with the results of a day in one', () => {
    const { months, kinds, next } = timelinePage(record, 'en', { from: 0 });
    expect(months.map(({ words, entries }) => [words, entries.map(({ title }) => title)])).toEqual([
      ['May 2026', ['2 results', 'Proton therapy']],
      ['Without a date', ['Hepatitis B']],
    ]);
    expect(kinds.map(({ kind, count }) => [kind, count])).toEqual([
      ['problems', 1],
      ['results', 2],
      ['procedures', 1],
    ]);
    expect(next).toBeNull();
  });

  it('leaves out what is not looked for, and goes on where it ended', () => {
    expect(timelinePage(record, 'en', { kinds: 'procedures', from: 0 }).months).toHaveLength(1);
    const many = Array.from({ length: 230 }, (_, at) => kept({ resourceType: 'Condition', code: { text: `C${at}` } }));
    const ends = [0, 100, 200].map((from) => timelinePage(many, 'en', { from }).next);
    expect(ends).toEqual([100, 200, null]);
  });
});

describe('the brief', () => {
  const condition = (text: string, clinical: string) =>
    kept({ resourceType: 'Condition', clinicalStatus: status(clinical), code: { text } }, text);
  const none = {
    ...{ resourceType: 'AllergyIntolerance', clinicalStatus: status('active') },
    code: {
      coding: [{ system: 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips', code: 'no-known-allergies' }],
    },
  };

  it('says what holds today, what is known not to be, and what nobody has said', () => {
    const { sections, missing } = brief(
      [condition('Carcinoma', 'active'), condition('Gastritis', 'resolved'), kept(none), osaka, toronto],
      [],
      english('CA'),
    );
    const section = (key: string) => sections.find((each) => each.key === key);
    expect(section('problems')?.lines.map(({ title }) => title)).toEqual(['Carcinoma']);
    expect(section('allergies')).toMatchObject({ lines: [], empty: 'None known' });
    expect(section('results')?.lines).toMatchObject([{ title: 'Glucose', flag: 'high', trend: 'up' }]);
    expect(missing).toEqual(['Medicines in use', 'Newest vital signs', 'Operations and procedures']);
  });

  it('says once what two hospitals have written down', () => {
    const twice = [
      condition('Carcinoma', 'active'),
      { ...condition('Carcinoma', 'active'), id: 'other' as ResourceId },
    ];
    expect(brief(twice, [], english('CA')).sections[0]?.lines).toHaveLength(1);
  });

  it('tells what is new, what has ended and what says something else since the last visit', () => {
    const changed: Changed[] = [
      { ...condition('Carcinoma', 'resolved'), before: condition('Carcinoma', 'active').body },
      { ...condition('Liver cirrhosis', 'active'), before: condition('Cirrhosis', 'active').body },
      { ...condition('Ascites', 'active'), before: null },
      { ...condition('Fever', 'resolved'), before: null },
      { ...condition('Same', 'active'), before: { ...condition('Same', 'active').body, meta: { versionId: '2' } } },
    ];
    const [news] = brief([], changed, english('CA')).sections;
    const said = news?.lines.map(({ title, said: [what], before }) => [title, what, before]);
    expect(said?.toSorted()).toEqual([
      ['Ascites', 'New', null],
      ['Carcinoma', 'Ended', null],
      ['Liver cirrhosis', 'Changed', 'Cirrhosis'],
    ]);
  });
});
