import { recordCategories } from '@okaeri/contracts';
import type { RecordCategory } from '@okaeri/contracts';
import { onlyShared } from '@okaeri/chart';
import type { ImportId, Kept } from '@okaeri/chart';
import { judgedRecord } from '../../../../test/support/judged-record';
import { readSections } from './read-record';
import { recordResolver } from './resolve';

/* Documents of several hospitals that count from one, each for itself. Nobody in them ever was. */

const base = 'https://ehr.example/fhir';
const section = (code: string, reference: string) => ({ code: { coding: [{ code }] }, entry: [{ reference }] });

/** A result and who measured it, in a document that names both by type and id alone. */
function documentOf(hospital: string, { value, at, pages = [], named }: About): object {
  const composition = { resourceType: 'Composition', id: '1', status: 'final', section: pages };
  const resources = [
    ...(pages.length > 0 ? [composition] : []),
    { resourceType: 'Organization', id: '1', name: hospital },
    {
      ...{ resourceType: 'Observation', id: '1', status: 'final', code: { text: `Ferritin in ${hospital}` } },
      ...{ valueQuantity: { value, unit: 'µg/L' }, performer: [{ reference: named ?? 'Organization/1' }] },
    },
  ];
  return {
    ...{ resourceType: 'Bundle', type: 'document' },
    entry: resources.map((resource) => ({
      ...(at ? { fullUrl: `${at}/${resource.resourceType}/${resource.id}` } : {}),
      resource,
    })),
  };
}
interface About {
  value: number;
  at?: string;
  pages?: object[];
  named?: string;
}
const together = (...documents: object[]) => ({
  ...{ resourceType: 'Bundle', type: 'collection' },
  entry: documents.map((resource) => ({ resource })),
});
const recordOf = (content: object | string): Kept[] =>
  judgedRecord(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))).record;
/** Who is said to have measured what, in the order of the values. */
const measured = (record: Kept[]) =>
  readSections(record, 'en')
    .flatMap(({ lines }) => lines)
    .filter(({ type }) => type === 'Observation')
    .map(({ said }) => said.join(' · '))
    .toSorted();

const osaka = documentOf('Osaka', { value: 11 });
const hanoi = documentOf('Hanoi', { value: 22 });
const each = ['11\u00a0µg/L · By Osaka', '22\u00a0µg/L · By Hanoi'];

describe('what a reference leads to', () => {
  it.each([
    ['one bundle in the other', together(osaka, hanoi)],
    ['a line for each', `${JSON.stringify(osaka)}\n${JSON.stringify(hanoi)}`],
    ['two bundles deep', together(together(osaka), together(hanoi))],
    [
      'one address for both',
      together(documentOf('Osaka', { value: 11, at: base }), documentOf('Hanoi', { value: 22, at: base })),
    ],
    [
      'one address for both, named in full',
      together(
        ...[
          { in: 'Osaka', value: 11 },
          { in: 'Hanoi', value: 22 },
        ].map(({ in: hospital, value }) => documentOf(hospital, { value, at: base, named: `${base}/Organization/1` })),
      ),
    ],
  ])('is in the same document, of several that use the same ids: %s', (_, content) => {
    expect(measured(recordOf(content))).toEqual(each);
  });

  it('is where its address leads, when the document before it had the same to say', () => {
    const again = {
      ...{ resourceType: 'Observation', id: '2', status: 'final', code: { text: 'Ferritin' } },
      ...{ valueQuantity: { value: 15, unit: 'µg/L' }, performer: [{ reference: 'Organization/1' }] },
    };
    const organization = { resourceType: 'Organization', id: '1', name: 'Osaka' };
    const second = {
      ...{ resourceType: 'Bundle', type: 'document' },
      entry: [organization, again].map((resource) => ({
        fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
        resource,
      })),
    };
    const record = recordOf(
      together(documentOf('Osaka', { value: 11, at: base }), second, documentOf('Hanoi', { value: 22, at: base })),
    );
    expect(measured(record)).toEqual(['11\u00a0µg/L · By Osaka', '15\u00a0µg/L · By Osaka', '22\u00a0µg/L · By Hanoi']);
  });

  it('is outside of its document where that does not hold it', () => {
    const { entry } = osaka as { entry: { resource: { resourceType: string } }[] };
    const [organization, observation] = entry.map(({ resource }) => resource);
    const inside = { resourceType: 'Bundle', type: 'document', entry: [{ resource: observation }] };
    expect(measured(recordOf(together(inside, organization ?? {})))).toEqual([each[0]]);
  });

  it('is in the document of an earlier file where only the rest of it has changed', () => {
    const identifier = { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:5c1f0f7e-3b52-4b0a-9d3f-0d8b52a0c777' };
    const earlier = recordOf({ ...osaka, identifier });
    const later = recordOf({ ...documentOf('Osaka', { value: 11 }), identifier });
    const elsewhere = recordOf(hanoi);
    const as = (record: Kept[], file: string) =>
      record.map((kept) => ({ ...kept, id: `${file}${kept.id}` as Kept['id'], importId: file as ImportId }));
    const record = [
      ...as(earlier, '1').filter(({ body }) => body.resourceType === 'Organization'),
      ...as(later, '2').filter(({ body }) => body.resourceType === 'Observation'),
      ...as(elsewhere, '3').map((kept) => ({ ...kept, document: 'another' })),
    ];
    expect(measured(record)).toEqual(each);
  });

  it('is in the same file where two who are one person had each brought the same document', () => {
    const again = recordOf(osaka).map((kept) => ({
      ...kept,
      ...{ id: `again ${kept.id}` as Kept['id'], importId: 'again' as ImportId, source: `${kept.source} of her` },
      body: kept.body.resourceType === 'Organization' ? { ...kept.body, name: 'Osaka, renamed' } : kept.body,
    }));
    expect(measured([...recordOf(osaka), ...again])).toEqual([each[0], `${each[0]}, renamed`]);
  });

  it('is nothing where two are meant alike', () => {
    const [organization, observation] = recordOf(osaka);
    const two = [organization, { ...organization, id: 'other', source: 'urn:uuid:other' }, observation] as Kept[];
    expect(measured(two)).toEqual(['11\u00a0µg/L']);
  });

  it('is found in no longer for a hundred thousand that are all called alike', () => {
    const [organization, observation] = recordOf(osaka);
    const alike = Array.from({ length: 50_000 }, (_, at) => [
      { ...organization, id: `a${at}`, source: `urn:uuid:a#${at}` },
      { ...observation, id: `b${at}`, source: `urn:uuid:b#${at}` },
    ]).flat() as Kept[];
    const begun = performance.now();
    const resolveFor = recordResolver(alike);
    expect(alike.every((kept) => resolveFor(kept)('Organization/1') === null)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  it('decides what is kept back: by the section of its own document', () => {
    const open = [section('30954-2', 'Observation/1')];
    const record = recordOf(
      together(
        documentOf('Osaka', { value: 11, pages: open }),
        documentOf('Hanoi', { value: 22, pages: [section('10162-6', 'Observation/1')] }),
      ),
    );
    const given = (...categories: RecordCategory[]) => measured(onlyShared(record, new Set(categories)));
    expect(given('results')).toEqual([each[0]]);
    expect(given(...recordCategories)).toEqual(each);
  });
});
