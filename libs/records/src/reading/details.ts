import { listOf, memberAt, objectOf, objectsOf, textOf } from '@okaeri/chart';
import type { Json, Resource } from '@okaeri/chart';
import { localeTags } from '@okaeri/contracts';
import type { Locale } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { conceptWords, conceptsWords, interpretationWords, missingWords } from './concept';
import { nameWords, quantityWords, rangeWords, referenceWords, valueWords, whenWords } from './value';

/* What is to be put together from parts of a resource, by its kind. Each line stands for itself. */

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
    ...numbersOf(resource, locale),
    ...reachedAt(resource),
    ...objectsOf(resource['contact']).flatMap((contact) => contactOf(contact, locale)),
  ],
  RelatedPerson: (resource) => reachedAt(resource),
  Practitioner: (resource) => reachedAt(resource),
  PractitionerRole: (resource) => reachedAt(resource),
  Organization: (resource) => reachedAt(resource),
  Location: (resource) => reachedAt(resource),
  Condition: (resource, locale) => until(valueWords(resource, 'abatement', locale), locale),
  AllergyIntolerance: (resource, locale) => lastOf(resource, locale),
  DetectedIssue: (resource, locale) => degreeOf(resource['severity'], locale),
  Immunization: (resource, locale) => [
    ...(resource['isSubpotent'] === true ? [say(locale, 'chart.line.subpotent')] : []),
    ...objectsOf(resource['protocolApplied']).flatMap((applied) => appliedOf(applied, locale)),
  ],
  ImmunizationRecommendation: (resource, locale) =>
    objectsOf(resource['recommendation']).flatMap((each) => adviceOf(each, locale)),
  ImagingStudy: (resource, locale) => picturesOf(resource, locale),
  Medication: (resource, locale) => madeOf(resource, locale),
  MedicationStatement: medicine,
  MedicationRequest: (resource, locale, lead) => [
    ...medicine(resource, locale, lead),
    ...(memberAt(resource['substitution'], 'allowedBoolean') === false ? [say(locale, 'chart.line.asNamed')] : []),
  ],
  MedicationDispense: medicine,
  MedicationAdministration: medicine,
  FamilyMemberHistory: (resource, locale) => [
    ...conceptsWords(resource['sex'], locale),
    ...deadOf(resource, locale),
    ...objectsOf(resource['condition']).flatMap((condition) => illnessOf(condition, locale)),
  ],
  QuestionnaireResponse: (resource, locale) => answersOf(resource['item'], locale, 0),
  Consent: (resource, locale) => [
    ...conceptsWords(resource['category'], locale),
    ...objectsOf(resource['provision']).flatMap((provision) => [
      ...conceptsWords(provision['code'], locale),
      ...conceptsWords(provision['action'], locale),
    ]),
  ],
  Goal: (resource, locale) =>
    objectsOf(resource['target']).flatMap((target) =>
      part(conceptWords(target['measure'], locale), valueWords(target, 'detail', locale), locale),
    ),
  RiskAssessment: (resource, locale) => objectsOf(resource['prediction']).flatMap((each) => riskOf(each, locale)),
  VisionPrescription: (resource, locale) =>
    objectsOf(resource['lensSpecification']).flatMap((lens) => lensOf(lens, locale)),
};

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

/** How grave a contraindication is: high, moderate or low (detectedissue-severity). */
function degreeOf(given: unknown, locale: Locale): string[] {
  const degree = ({ high: 'severe', moderate: 'moderate', low: 'mild' } as const)[String(given)];
  return degree ? [say(locale, `chart.severity.${degree}`)] : [];
}

const madeByComputers = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:urn|https?):.+)$/i;

/** Under which numbers she is known, and to whom. */
function numbersOf(resource: Resource, locale: Locale): string[] {
  return objectsOf(resource['identifier']).flatMap((identifier) => {
    const value = textOf(identifier['value']);
    if (!value || madeByComputers.test(value)) return [];
    const [kind] = [
      conceptWords(identifier['type'], locale),
      textOf(memberAt(identifier['assigner'], 'display')),
    ].filter((each) => each);
    return kind ? part(kind, value, locale) : [say(locale, 'chart.field.number', { value })];
  });
}

/** A vaccination that is due: which, whether, and from when until when. */
function adviceOf(advice: Json, locale: Locale): string[] {
  const dates = objectsOf(advice['dateCriterion']).flatMap(({ code, value }) =>
    part(conceptWords(code, locale), whenWords(value, locale), locale),
  );
  const words = [
    ...conceptsWords(advice['vaccineCode'], locale),
    ...conceptsWords(advice['targetDisease'], locale),
    ...conceptsWords(advice['forecastStatus'], locale),
    ...conceptsWords(advice['forecastReason'], locale),
    ...appliedOf({ ...advice, targetDisease: [] }, locale),
    ...dates,
  ];
  return words.length > 0 ? [words.join(', ')] : [];
}

function picturesOf(resource: Resource, locale: Locale): string[] {
  const counts = [
    ['chart.line.series', resource['numberOfSeries']],
    ['chart.line.pictures', resource['numberOfInstances']],
  ] as const;
  return counts.flatMap(([key, count]) => (typeof count === 'number' ? [say(locale, key, { count })] : []));
}

/** What may come, how likely, and when. */
function riskOf(prediction: Json, locale: Locale): string[] {
  const { probabilityDecimal } = prediction;
  const likely = [
    conceptWords(prediction['qualitativeRisk'], locale),
    typeof probabilityDecimal === 'number' ? percentWords(probabilityDecimal, locale) : null,
    rangeWords(prediction['probabilityRange']),
    valueWords(prediction, 'when', locale),
    textOf(prediction['rationale']),
  ].filter((each) => each);
  return part(conceptWords(prediction['outcome'], locale), likely.join(', ') || null, locale);
}

const percentWords = (share: number, locale: Locale): string =>
  new Intl.NumberFormat(localeTags[locale], { style: 'percent', maximumSignificantDigits: 3 }).format(share);

const lenses = ['sphere', 'cylinder', 'axis', 'add', 'power', 'backCurve', 'diameter'] as const;

/** One eye's lens: dioptres, degrees and millimetres, as an optician reads them. */
function lensOf(lens: Json, locale: Locale): string[] {
  const eye = (['right', 'left'] as const).find((each) => each === lens['eye']);
  const numbers = lenses.flatMap((name) => {
    const value = lens[name];
    return typeof value === 'number' ? [say(locale, `chart.lens.${name}`, { value: String(value) })] : [];
  });
  const prisms = objectsOf(lens['prism']).flatMap(({ amount, base }) =>
    typeof amount === 'number'
      ? [say(locale, 'chart.lens.prism', { value: [amount, textOf(base)].filter((each) => each !== null).join(' ') })]
      : [],
  );
  const words = [...numbers, ...prisms].join(', ') || null;
  return part(eye ? say(locale, `chart.lens.${eye}`) : null, words, locale);
}

function illnessOf(condition: Json, locale: Locale): string[] {
  const since = valueWords(condition, 'onset', locale);
  const words = [
    conceptWords(condition['code'], locale),
    ...conceptsWords(condition['outcome'], locale),
    condition['contributedToDeath'] === true ? say(locale, 'chart.line.diedOf') : null,
  ].filter((each) => each);
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
