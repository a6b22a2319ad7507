import { listOf, memberAt, objectOf, objectsOf, textOf } from '@okaeri/chart';
import type { Json, Resource } from '@okaeri/chart';
import type { Locale } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { conceptWords, conceptsWords, interpretationWords, missingWords } from './concept';
import { nameWords, quantityWords, referenceWords, valueWords, whenWords } from './value';

/* What is to be said of a resource beside what all of them have: by its kind. Each line stands for itself. */

/** Finds what a reference leads to, within the resource or in the record. */
export type Lead = (reference: unknown) => Resource | null;
type Teller = (resource: Resource, locale: Locale, lead: Lead) => string[];

export function detailsOf(resource: Resource, locale: Locale, lead: Lead): string[] {
  return [...(tellers[resource.resourceType]?.(resource, locale, lead) ?? []), ...containedOf(resource, locale)];
}

const tellers: Partial<Record<string, Teller>> = {
  Patient: (resource, locale) => [
    ...sexOf(resource, locale),
    ...deadOf(resource, locale),
    ...objectsOf(resource['communication']).flatMap(({ language }) =>
      labelled('language', conceptWords(language, locale), locale),
    ),
    ...reachedAt(resource),
    ...objectsOf(resource['contact']).flatMap((contact) => contactOf(contact, locale)),
  ],
  RelatedPerson: (resource, locale) => [...conceptsWords(resource['relationship'], locale), ...reachedAt(resource)],
  Practitioner: (resource, locale) => [
    ...objectsOf(resource['qualification']).flatMap(({ code }) => conceptWords(code, locale) ?? []),
    ...reachedAt(resource),
  ],
  PractitionerRole: (resource, locale) => [...conceptsWords(resource['specialty'], locale), ...reachedAt(resource)],
  Organization: (resource) => reachedAt(resource),
  Location: (resource) => reachedAt(resource),
  Condition: (resource, locale) => [
    ...until(valueWords(resource, 'abatement', locale), locale),
    ...objectsOf(resource['stage']).flatMap(({ summary }) => conceptWords(summary, locale) ?? []),
  ],
  AllergyIntolerance: (resource, locale) => lastOf(resource, locale),
  Immunization: (resource, locale) => [
    ...(resource['isSubpotent'] === true ? [say(locale, 'chart.line.subpotent')] : []),
    ...objectsOf(resource['protocolApplied']).flatMap((applied) => appliedOf(applied, locale)),
    ...labelled('maker', textOf(memberAt(resource['manufacturer'], 'display')), locale),
  ],
  Medication: (resource, locale) => madeOf(resource, locale),
  MedicationStatement: medicine,
  MedicationRequest: medicine,
  MedicationDispense: medicine,
  MedicationAdministration: medicine,
  FamilyMemberHistory: (resource, locale) => [
    ...conceptsWords(resource['sex'], locale),
    ...deadOf(resource, locale),
    ...objectsOf(resource['condition']).flatMap((condition) => illnessOf(condition, locale)),
  ],
  Device: (resource, locale) => [
    ...labelled('maker', textOf(resource['manufacturer']), locale),
    ...[textOf(resource['modelNumber']), textOf(resource['serialNumber'])].filter((words) => words !== null),
  ],
  QuestionnaireResponse: (resource, locale) => answersOf(resource['item'], locale, 0),
  Consent: (resource, locale) => [
    ...conceptsWords(resource['category'], locale),
    ...objectsOf(resource['provision']).flatMap((provision) => [
      ...conceptsWords(provision['code'], locale),
      ...conceptsWords(provision['action'], locale),
    ]),
  ],
  Encounter: (resource, locale) =>
    objectsOf(resource['location'])
      .flatMap(({ location }) => textOf(memberAt(location, 'display')) ?? [])
      .concat(conceptsWords(resource['reasonCode'], locale)),
  Coverage: (resource) => objectsOf(resource['payor']).flatMap(({ display }) => textOf(display) ?? []),
  Goal: (resource, locale) =>
    objectsOf(resource['target']).flatMap((target) =>
      part(conceptWords(target['measure'], locale), valueWords(target, 'detail', locale), locale),
    ),
  ClinicalImpression: (resource, locale) =>
    objectsOf(resource['finding']).flatMap(
      ({ itemCodeableConcept }) => conceptWords(itemCodeableConcept, locale) ?? [],
    ),
};

const labels = { language: 'chart.line.language', maker: 'chart.line.maker' } as const;

function labelled(label: keyof typeof labels, value: string | null, locale: Locale): string[] {
  return value ? [say(locale, labels[label], { value })] : [];
}

function part(what: string | null, value: string | null, locale: Locale): string[] {
  if (what && value) return [say(locale, 'chart.line.part', { what, value })];
  const only = what ?? value;
  return only ? [only] : [];
}

const until = (date: string | null, locale: Locale) => (date ? [say(locale, 'chart.when.until', { date })] : []);

function sexOf(resource: Resource, locale: Locale): string[] {
  const code = textOf(resource['gender']);
  return code === 'male' || code === 'female' || code === 'other' ? [say(locale, `chart.sex.${code}`)] : [];
}

function deadOf(resource: Resource, locale: Locale): string[] {
  const date = valueWords(resource, 'deceased', locale);
  if (resource['deceasedBoolean'] === true) return [say(locale, 'chart.line.dead')];
  return date && resource['deceasedBoolean'] === undefined ? [say(locale, 'chart.line.died', { date })] : [];
}

/** Numbers and addresses, as they are written. */
export function reachedAt(resource: Json): string[] {
  const numbers = objectsOf(resource['telecom']).flatMap(({ value, system }) =>
    system === 'url' ? [] : (textOf(value) ?? []),
  );
  const places = objectsOf(resource['address']).flatMap((address) => {
    const parts = [
      ...listOf(address['line']),
      address['city'],
      address['state'],
      address['postalCode'],
      address['country'],
    ];
    return textOf(address['text']) ?? textOf(parts.flatMap((each) => textOf(each) ?? []).join(', ')) ?? [];
  });
  return [...numbers, ...places];
}

function contactOf(contact: Json, locale: Locale): string[] {
  const name = nameWords({ resourceType: 'Patient', name: listOf(contact['name']) });
  const words = [name, ...conceptsWords(contact['relationship'], locale), ...reachedAt(contact)].filter((each) => each);
  return words.length > 0 ? [say(locale, 'chart.line.contact', { value: words.join(', ') })] : [];
}

function lastOf(resource: Resource, locale: Locale): string[] {
  const date = whenWords(resource['lastOccurrence'], locale);
  return date ? [say(locale, 'chart.line.last', { date })] : [];
}

function appliedOf(applied: Json, locale: Locale): string[] {
  const value = valueWords(applied, 'doseNumber', locale);
  return [
    ...(value ? [say(locale, 'chart.line.doseNumber', { value })] : []),
    ...conceptsWords(applied['targetDisease'], locale),
  ];
}

/** Which form it has, and what is in it. */
function madeOf(resource: Resource, locale: Locale): string[] {
  const found = objectsOf(resource['ingredient']).flatMap((ingredient) =>
    part(conceptWords(ingredient['itemCodeableConcept'], locale), strengthOf(ingredient['strength']), locale),
  );
  return [...conceptsWords(resource['form'], locale), ...found];
}

function strengthOf(strength: unknown): string | null {
  const { numerator, denominator } = objectOf(strength) ?? {};
  const [over, under] = [quantityWords(numerator), quantityWords(denominator)];
  return over && under ? `${over} / ${under}` : over;
}

/** Of the medicine that is named. */
function medicine(resource: Resource, locale: Locale, lead: Lead): string[] {
  const named = lead(resource['medicationReference']);
  return named ? madeOf(named, locale) : [];
}

function illnessOf(condition: Json, locale: Locale): string[] {
  const since = valueWords(condition, 'onset', locale);
  const words = [conceptWords(condition['code'], locale), ...conceptsWords(condition['outcome'], locale)].filter(
    (each) => each,
  );
  const notes = objectsOf(condition['note']).flatMap(({ text }) => textOf(text) ?? []);
  return [...part(words.join(', ') || null, since, locale), ...notes];
}

const deepestItem = 12;

function answersOf(items: unknown, locale: Locale, depth: number): string[] {
  if (depth > deepestItem) return [];
  return objectsOf(items).flatMap((item) => {
    const answers = objectsOf(item['answer']);
    const values = answers.flatMap(
      (answer) =>
        valueWords(answer, 'value', locale) ?? conceptWords({ coding: listOf(answer['valueCoding']) }, locale) ?? [],
    );
    const below = [item['item'], ...answers.map((answer) => answer['item'])];
    const own = values.length > 0 ? part(textOf(item['text']), values.join(', '), locale) : [];
    return [...own, ...below.flatMap((each) => answersOf(each, locale, depth + 1))];
  });
}

/** Results and findings that lie in a resource instead of beside it. */
function containedOf(resource: Resource, locale: Locale): string[] {
  return objectsOf(resource['contained']).flatMap((inner) => {
    if (!['Observation', 'Condition', 'Procedure', 'AllergyIntolerance'].includes(String(inner['resourceType'])))
      return [];
    const value = valueWords(inner, 'value', locale) ?? missingWords(inner['dataAbsentReason'], locale);
    const range = objectsOf(inner['referenceRange']).flatMap((each) => referenceWords(each, locale) ?? []);
    const said = [
      value,
      ...interpretationWords(inner['interpretation'], locale),
      ...range.map((each) => say(locale, 'chart.line.range', { range: each })),
    ];
    return part(conceptWords(inner['code'], locale), said.filter((each) => each).join(', ') || null, locale);
  });
}
