import { recordCategories } from '@okaeri/contracts';
import type { RecordCategory } from '@okaeri/contracts';
import { sampleRecord } from '../../../test/support/sample-record';
import type { Resource } from './fhir/json';
import { onlyShared } from './shared';

interface Bundle {
  entry: { fullUrl: string; resource: Resource }[];
}
const { entry } = JSON.parse(sampleRecord()) as Bundle;
const record = entry.map(({ fullUrl, resource }) => ({
  id: fullUrl,
  source: fullUrl,
  importId: 'one',
  document: null,
  body: resource,
}));

const shared = (...categories: RecordCategory[]) => onlyShared(record, new Set(categories));
const types = (held: typeof record) => held.map(({ body }) => body.resourceType);
const said = (held: typeof record) => JSON.stringify(held);

describe('a record that is shared in part', () => {
  it('is whole for who was given all of it', () => {
    expect(shared(...recordCategories)).toEqual(record);
  });

  it('is empty for who was given nothing', () => {
    expect(shared()).toEqual([]);
  });

  it.each<[RecordCategory, RegExp]>([
    ['medicines', /Penicillin|Kakkonto/],
    ['results', /Bilirubin|0\.75|mg\/dL/],
  ])('says nothing of %s where they are kept back, in narratives neither', (category, words) => {
    expect(said(record)).toMatch(words);
    const rest = recordCategories.filter((each) => each !== category);
    expect(said(shared(...rest))).not.toMatch(words);
    expect(said(shared(category))).toMatch(words);
  });

  it('names who and where only with what names them', () => {
    const around = ['Organization', 'Practitioner', 'PractitionerRole', 'Location'];
    const with_ = (...categories: RecordCategory[]) =>
      types(shared(...categories)).filter((type) => around.includes(type));
    expect(with_('life')).toEqual([]);
    expect(with_('results')).toEqual(['Organization']);
  });

  it('goes by the section in which a result is listed, and by its own kind', () => {
    const pregnancy = {
      ...{ id: 'p', source: 'urn:uuid:p', importId: 'one', document: null },
      body: { resourceType: 'Observation', code: { text: 'Pregnancy status' } } as Resource,
    };
    const composition = {
      ...{ id: 'c', source: 'urn:uuid:c', importId: 'one', document: null },
      body: {
        resourceType: 'Composition',
        section: [{ code: { coding: [{ code: '10162-6' }] }, entry: [{ reference: 'urn:uuid:p' }] }],
      } as Resource,
    };
    const two = [composition, pregnancy];
    expect(types(onlyShared(two, new Set(['results'] as const)) as typeof record)).toEqual([]);
    expect(types(onlyShared(two, new Set(['life'] as const)) as typeof record)).toEqual(['Composition', 'Observation']);
    const image = { ...pregnancy, body: { resourceType: 'ImagingStudy' } as Resource };
    expect(onlyShared([composition, image], new Set(['life'] as const))).toHaveLength(1);
  });

  it('keeps what nobody can place for who was given all', () => {
    const odd = [
      {
        id: 'o',
        source: 'urn:uuid:o',
        importId: 'one',
        document: null,
        body: { resourceType: 'Horoscope' } as Resource,
      },
    ];
    const most = recordCategories.slice(1);
    expect(onlyShared(odd, new Set(most))).toEqual([]);
    expect(onlyShared(odd, new Set(recordCategories))).toEqual(odd);
  });
});
