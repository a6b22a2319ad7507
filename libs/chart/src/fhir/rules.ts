import { listOf, memberAt, objectOf, objectsOf, textOf } from './json';
import type { Json, Resource } from './json';

/*
 * What belongs together: rules of severity "error" that FHIR R4 and the International Patient Summary give as formulas. The few that a
 * summary meets are written out here; the test holds each against the formula of its package. A language that reads formulas takes
 * megabytes, and as long for a record as all other checks.
 */

export interface Rule {
  key: string;
  type: string;
  /** The members that are asked one by one; none: the resource. Sections are asked at any depth. */
  at: string;
  /** As it is published. */
  formula: string;
  /** Of those alone who say that they follow this profile. */
  profile?: string;
  holds: (value: Json, resource: Resource) => boolean;
}

const base = 'http://terminology.hl7.org/CodeSystem';
const ips = 'http://hl7.org/fhir/uv/ips/StructureDefinition';

/** A primitive that only says why it is absent is there. */
const has = (value: Json, name: string): boolean =>
  name.endsWith('[x]')
    ? Object.keys(value).some((key) => isChoice(key, name.slice(0, -3)))
    : [value[name], value[`_${name}`]].some((each) => listOf(each).length > 0);
function isChoice(key: string, stem: string): boolean {
  const from = key.startsWith('_') ? 1 : 0;
  return key.startsWith(stem, from) && /[A-Z]/.test(key.charAt(from + stem.length));
}
const codesIn = (concept: unknown, system: string): string[] =>
  objectsOf(objectOf(concept)?.['coding']).flatMap((coding) =>
    coding['system'] === `${base}/${system}` ? (textOf(coding['code']) ?? []) : [],
  );
const mistaken = (value: Json, system: string) =>
  codesIn(value['verificationStatus'], system).includes('entered-in-error');
const isDocument = ({ type }: Json) => type === 'document';
const sectionsAsked = new Set(['11450-4', '48765-2', '10160-0']);

const allergy: Pick<Rule, 'type' | 'at'> = { type: 'AllergyIntolerance', at: '' };
const condition: Pick<Rule, 'type' | 'at'> = { type: 'Condition', at: '' };
const observation: Pick<Rule, 'type' | 'at'> = { type: 'Observation', at: '' };
const section: Pick<Rule, 'type' | 'at'> = { type: 'Composition', at: 'section' };
const family: Pick<Rule, 'type' | 'at'> = { type: 'FamilyMemberHistory', at: '' };
const bundle: Pick<Rule, 'type' | 'at'> = { type: 'Bundle', at: '' };

/** Of FHIR R4. */
export const coreRules: readonly Rule[] = [
  {
    ...{ key: 'ait-1', ...allergy },
    formula: `verificationStatus.coding.where(system = '${base}/allergyintolerance-verification' and code = 'entered-in-error').exists() or clinicalStatus.exists()`,
    holds: (value) => mistaken(value, 'allergyintolerance-verification') || has(value, 'clinicalStatus'),
  },
  {
    ...{ key: 'ait-2', ...allergy },
    formula: `verificationStatus.coding.where(system = '${base}/allergyintolerance-verification' and code = 'entered-in-error').empty() or clinicalStatus.empty()`,
    holds: (value) => !mistaken(value, 'allergyintolerance-verification') || !has(value, 'clinicalStatus'),
  },
  {
    ...{ key: 'con-4', ...condition },
    formula: `abatement.empty() or clinicalStatus.coding.where(system='${base}/condition-clinical' and (code='resolved' or code='remission' or code='inactive')).exists()`,
    holds: (value) =>
      !has(value, 'abatement[x]') ||
      codesIn(value['clinicalStatus'], 'condition-clinical').some((code) =>
        ['resolved', 'remission', 'inactive'].includes(code),
      ),
  },
  {
    ...{ key: 'con-5', ...condition },
    formula: `verificationStatus.coding.where(system='${base}/condition-ver-status' and code='entered-in-error').empty() or clinicalStatus.empty()`,
    holds: (value) => !mistaken(value, 'condition-ver-status') || !has(value, 'clinicalStatus'),
  },
  {
    ...{
      key: 'obs-3',
      type: 'Observation',
      at: 'referenceRange',
      formula: 'low.exists() or high.exists() or text.exists()',
    },
    holds: (value) => ['low', 'high', 'text'].some((name) => has(value, name)),
  },
  {
    ...{ key: 'obs-6', ...observation, formula: 'dataAbsentReason.empty() or value.empty()' },
    holds: (value) => !has(value, 'dataAbsentReason') || !has(value, 'value[x]'),
  },
  {
    ...{ key: 'obs-7', ...observation },
    formula: 'value.empty() or component.code.where(coding.intersect(%resource.code.coding).exists()).empty()',
    holds: (value) => {
      const own = objectsOf(memberAt(value['code'], 'coding')).map((coding) => JSON.stringify(coding));
      const parts = objectsOf(value['component']).flatMap(({ code }) => objectsOf(objectOf(code)?.['coding']));
      return !has(value, 'value[x]') || !parts.some((coding) => own.includes(JSON.stringify(coding)));
    },
  },
  {
    ...{ key: 'pat-1', type: 'Patient', at: 'contact' },
    formula: 'name.exists() or telecom.exists() or address.exists() or organization.exists()',
    holds: (value) => ['name', 'telecom', 'address', 'organization'].some((name) => has(value, name)),
  },
  {
    ...{ key: 'org-1', type: 'Organization', at: '', formula: '(identifier.count() + name.count()) > 0' },
    holds: (value) => has(value, 'identifier') || has(value, 'name'),
  },
  {
    ...{ key: 'cmp-1', ...section, formula: 'text.exists() or entry.exists() or section.exists()' },
    holds: (value) => ['text', 'entry', 'section'].some((name) => has(value, name)),
  },
  {
    ...{ key: 'cmp-2', ...section, formula: 'emptyReason.empty() or entry.empty()' },
    holds: (value) => !has(value, 'emptyReason') || !has(value, 'entry'),
  },
  {
    ...{ key: 'fhs-1', ...family, formula: 'age.empty() or born.empty()' },
    holds: (value) => !has(value, 'age[x]') || !has(value, 'born[x]'),
  },
  {
    ...{ key: 'fhs-2', ...family, formula: 'age.exists() or estimatedAge.empty()' },
    holds: (value) => has(value, 'age[x]') || !has(value, 'estimatedAge'),
  },
  {
    ...{ key: 'bdl-9', ...bundle },
    formula: "type = 'document' implies (identifier.system.exists() and identifier.value.exists())",
    holds: (value) => {
      const identifier = objectOf(value['identifier']) ?? {};
      return !isDocument(value) || (has(identifier, 'system') && has(identifier, 'value'));
    },
  },
  {
    ...{ key: 'bdl-10', ...bundle, formula: "type = 'document' implies (timestamp.hasValue())" },
    holds: (value) => !isDocument(value) || textOf(value['timestamp']) !== null,
  },
  {
    ...{ key: 'bdl-11', ...bundle, formula: "type = 'document' implies entry.first().resource.is(Composition)" },
    holds: (value) => !isDocument(value) || memberAt(value['entry'], 'resource', 'resourceType') === 'Composition',
  },
];

const laboratory = `${ips}/Observation-results-laboratory-pathology-uv-ips`;
const radiology = `${ips}/Observation-results-radiology-uv-ips`;

/** Of the International Patient Summary. */
export const ipsRules: readonly Rule[] = [
  {
    ...{ key: 'ips-pat-1', type: 'Patient', at: 'name', formula: 'family.exists() or given.exists() or text.exists()' },
    holds: (value) => ['family', 'given', 'text'].some((name) => has(value, name)),
  },
  {
    ...{ key: 'ips-comp-1', ...section, formula: '(entry.reference.exists() or emptyReason.exists())' },
    holds: (value) => {
      const codes = objectsOf(memberAt(value['code'], 'coding')).map(({ code }) => textOf(code) ?? '');
      const referred = objectsOf(value['entry']).some((entry) => has(entry, 'reference'));
      return !codes.some((code) => sectionsAsked.has(code)) || referred || has(value, 'emptyReason');
    },
  },
  {
    ...{ key: 'bdl-ips-1', ...bundle, formula: 'entry.tail().where(resource is Composition).empty()' },
    holds: (value) =>
      !objectsOf(value['entry'])
        .slice(1)
        .some((entry) => memberAt(entry, 'resource', 'resourceType') === 'Composition'),
  },
  {
    ...{ key: 'ips-2', ...observation, profile: laboratory },
    formula: 'value.exists() or hasMember.exists() or component.exists() or dataAbsentReason.exists()',
    holds: (value) => ['value[x]', 'hasMember', 'component', 'dataAbsentReason'].some((name) => has(value, name)),
  },
  {
    ...{ key: 'ips-3', ...observation, profile: laboratory },
    formula: 'component.exists() implies (component.value.exists() or component.dataAbsentReason.exists())',
    holds: (value) => {
      const parts = objectsOf(value['component']);
      return parts.length === 0 || parts.some((part) => has(part, 'value[x]') || has(part, 'dataAbsentReason'));
    },
  },
  {
    ...{ key: 'ips-1', ...observation, profile: radiology },
    formula: '$this.ofType(dateTime).empty() or ($this as dateTime).toString().length() >= 8',
    holds: (value) => (textOf(value['effectiveDateTime']) ?? '12345678').length >= 8,
  },
  {
    ...{ key: 'hasMemberOrComponent', ...observation, profile: radiology },
    formula: 'hasMember.empty() or component.empty()',
    holds: (value) => !has(value, 'hasMember') || !has(value, 'component'),
  },
];

const ofTypes = new WeakMap<readonly Rule[], ReadonlyMap<string, readonly Rule[]>>();

function ofType(rules: readonly Rule[], type: string): readonly Rule[] {
  const known =
    ofTypes.get(rules) ?? new Map(rules.map((rule) => [rule.type, rules.filter((each) => each.type === rule.type)]));
  ofTypes.set(rules, known);
  return known.get(type) ?? [];
}

/** Which rules a resource breaks, and where. */
export function brokenRules(resource: Resource, rules: readonly Rule[]): { key: string; place: string }[] {
  const stated = listOf(memberAt(resource['meta'], 'profile')).map((url) => String(url).split('|')[0]);
  return ofType(rules, resource.resourceType)
    .filter(({ profile }) => !profile || stated.includes(profile))
    .filter((rule) => asked(resource, rule.at).some((value) => !rule.holds(value, resource)))
    .map(({ key, type, at }) => ({ key, place: at === '' ? type : `${type}.${at}` }));
}

function asked(resource: Json, at: string): Json[] {
  if (at === '') return [resource];
  const found = objectsOf(resource[at]);
  return at === 'section' ? found.flatMap((each) => [each, ...asked(each, at)]) : found;
}
