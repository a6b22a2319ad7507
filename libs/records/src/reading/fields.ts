import { listOf, objectOf, textOf } from '@okaeri/chart';
import type { Json, Resource } from '@okaeri/chart';
import type { Locale } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import type { MessageKey } from '@okaeri/words';
import { codingWords, conceptWords } from './concept';
import { lengthWords } from './dosage';
import { periodWords, quantityWords, rangeWords, whenWords } from './value';

/*
 * What stands in a resource of one kind and is read out as it is, after a word that says what it is (FHIR R4, by the names of its
 * elements). What has to be put together from parts is in `details`.
 */

/** How what a reference leads to is called. */
export type Call = (reference: unknown) => string | null;
type Label = Extract<MessageKey, `chart.field.${string}`> extends `chart.field.${infer Name}` ? Name : never;
/** The word it stands after, or none where it needs none, and where it is found; a list on the way is gone through. */
type Field = readonly [label: Label | null, ...path: string[]];

/** Of every kind. */
const common: readonly Field[] = [
  ['reason', 'reasonCode'],
  ['reason', 'reasonReference'],
];
const place: Field = ['place', 'location'];
const specimen: Field = ['specimen', 'specimen'];

const fields: Readonly<Partial<Record<string, readonly Field[]>>> = {
  AdverseEvent: [
    [null, 'seriousness'],
    ['about', 'resultingCondition'],
    ['suspect', 'suspectEntity', 'instance'],
    place,
  ],
  Appointment: [
    ['with', 'participant', 'actor'],
    [null, 'cancelationReason'],
    [null, 'patientInstruction'],
  ],
  BodyStructure: [
    ['place', 'location'],
    [null, 'locationQualifier'],
  ],
  CarePlan: [
    ['about', 'addresses'],
    ['goal', 'goal'],
    ['with', 'careTeam'],
  ],
  CareTeam: [['with', 'participant', 'member']],
  Communication: [
    [null, 'payload', 'contentString'],
    [null, 'payload', 'contentReference'],
    ['about', 'about'],
    ['with', 'recipient'],
  ],
  ClinicalImpression: [
    ['about', 'problem'],
    [null, 'finding', 'itemCodeableConcept'],
    [null, 'finding', 'itemReference'],
    [null, 'prognosisCodeableConcept'],
  ],
  Condition: [
    [null, 'stage', 'summary'],
    [null, 'stage', 'type'],
    ['evidence', 'evidence', 'code'],
    ['evidence', 'evidence', 'detail'],
  ],
  Coverage: [
    [null, 'payor'],
    ['number', 'subscriberId'],
    ['number', 'policyHolder', 'identifier', 'value'],
    [null, 'class', 'name'],
    [null, 'relationship'],
  ],
  DetectedIssue: [
    [null, 'detail'],
    ['about', 'implicated'],
    ['evidence', 'evidence', 'code'],
    ['evidence', 'evidence', 'detail'],
    ['done', 'mitigation', 'action'],
  ],
  Device: [
    ['maker', 'manufacturer'],
    [null, 'modelNumber'],
    [null, 'serialNumber'],
    ['lot', 'lotNumber'],
    ['useBy', 'expirationDate'],
    [null, 'safety'],
    ['number', 'udiCarrier', 'deviceIdentifier'],
  ],
  DeviceUseStatement: [['evidence', 'derivedFrom']],
  DiagnosticReport: [[null, 'conclusionCode'], specimen],
  Encounter: [
    ['with', 'participant', 'individual'],
    ['diagnosis', 'diagnosis', 'condition'],
    ['place', 'location', 'location'],
    ['place', 'serviceProvider'],
    [null, 'hospitalization', 'dischargeDisposition'],
    ['place', 'hospitalization', 'destination'],
  ],
  EpisodeOfCare: [
    ['diagnosis', 'diagnosis', 'condition'],
    ['with', 'careManager'],
    ['place', 'managingOrganization'],
  ],
  Goal: [
    [null, 'achievementStatus'],
    ['due', 'target', 'dueDate'],
    ['due', 'target', 'dueDuration'],
    ['about', 'addresses'],
  ],
  Immunization: [
    ['reaction', 'reaction', 'detail'],
    ['maker', 'manufacturer'],
    ['lot', 'lotNumber'],
    ['useBy', 'expirationDate'],
    ['quantity', 'doseQuantity'],
    place,
  ],
  ImagingStudy: [
    [null, 'modality'],
    [null, 'procedureCode'],
    [null, 'series', 'description'],
    ['place', 'series', 'bodySite'],
  ],
  List: [[null, 'entry', 'item']],
  Location: [
    [null, 'type'],
    ['place', 'managingOrganization'],
  ],
  Media: [
    [null, 'modality'],
    [null, 'view'],
    ['place', 'bodySite'],
  ],
  Medication: [
    ['lot', 'batch', 'lotNumber'],
    ['useBy', 'batch', 'expirationDate'],
  ],
  MedicationAdministration: [['used', 'device']],
  MedicationDispense: [
    ['quantity', 'quantity'],
    ['supply', 'daysSupply'],
    ['place', 'location'],
  ],
  MedicationRequest: [
    ['quantity', 'dispenseRequest', 'quantity'],
    ['supply', 'dispenseRequest', 'expectedSupplyDuration'],
    ['repeats', 'dispenseRequest', 'numberOfRepeatsAllowed'],
    ['valid', 'dispenseRequest', 'validityPeriod'],
    [null, 'courseOfTherapyType'],
  ],
  MedicationStatement: [['evidence', 'derivedFrom']],
  NutritionOrder: [
    [null, 'foodPreferenceModifier'],
    ['avoid', 'excludeFoodModifier'],
    ['avoid', 'allergyIntolerance'],
    [null, 'oralDiet', 'type'],
    [null, 'oralDiet', 'texture', 'modifier'],
    [null, 'oralDiet', 'fluidConsistencyType'],
    [null, 'oralDiet', 'instruction'],
    [null, 'supplement', 'productName'],
    [null, 'supplement', 'type'],
    ['quantity', 'supplement', 'quantity'],
    [null, 'supplement', 'instruction'],
    [null, 'enteralFormula', 'baseFormulaProductName'],
    [null, 'enteralFormula', 'baseFormulaType'],
    [null, 'enteralFormula', 'administrationInstruction'],
  ],
  Observation: [['method', 'method'], specimen, ['used', 'device']],
  Organization: [[null, 'type']],
  Patient: [
    ['language', 'communication', 'language'],
    [null, 'maritalStatus'],
    ['with', 'generalPractitioner'],
    ['place', 'managingOrganization'],
  ],
  Practitioner: [[null, 'qualification', 'code']],
  PractitionerRole: [
    [null, 'specialty'],
    ['place', 'organization'],
    ['place', 'location'],
  ],
  Procedure: [
    ['complication', 'complication'],
    ['complication', 'complicationDetail'],
    ['used', 'focalDevice', 'manipulated'],
    ['used', 'usedReference'],
    ['used', 'usedCode'],
    ['followUp', 'followUp'],
    place,
  ],
  Provenance: [['about', 'target']],
  RelatedPerson: [[null, 'relationship']],
  RiskAssessment: [
    [null, 'mitigation'],
    ['evidence', 'basis'],
    ['about', 'condition'],
  ],
  ServiceRequest: [
    [null, 'orderDetail'],
    ['quantity', 'quantityQuantity'],
    specimen,
    ['place', 'locationCode'],
    [null, 'patientInstruction'],
  ],
  Specimen: [
    ['method', 'collection', 'method'],
    ['place', 'collection', 'bodySite'],
    ['quantity', 'collection', 'quantity'],
    [null, 'condition'],
  ],
  Task: [
    ['about', 'focus'],
    ['with', 'owner'],
    ['due', 'restriction', 'period'],
    [null, 'businessStatus'],
  ],
};

/** Where kinds say what they are about that have neither a code nor a name of their own. */
export const titled: Readonly<Partial<Record<string, readonly (readonly string[])[]>>> = {
  AdverseEvent: [['event']],
  Appointment: [['serviceType'], ['appointmentType']],
  BodyStructure: [['morphology'], ['location']],
  Communication: [['topic'], ['payload', 'contentString']],
  CommunicationRequest: [['payload', 'contentString']],
  Coverage: [['class', 'name'], ['type'], ['payor']],
  ImmunizationRecommendation: [
    ['recommendation', 'vaccineCode'],
    ['recommendation', 'targetDisease'],
  ],
  Media: [['content', 'title']],
  NutritionOrder: [
    ['oralDiet', 'type'],
    ['supplement', 'productName'],
    ['supplement', 'type'],
    ['enteralFormula', 'baseFormulaType'],
    ['oralDiet', 'instruction'],
  ],
  RiskAssessment: [['code'], ['prediction', 'outcome'], ['method']],
  SupplyDelivery: [
    ['suppliedItem', 'itemCodeableConcept'],
    ['suppliedItem', 'itemReference'],
  ],
  SupplyRequest: [['itemCodeableConcept'], ['itemReference']],
  VisionPrescription: [['lensSpecification', 'product']],
};

/** One line for each word, with all that stands after it; what needs no word has lines of its own. */
export function fieldsOf(resource: Resource, locale: Locale, call: Call): string[] {
  const after = new Map<Label, string[]>();
  const alone: string[] = [];
  for (const [label, ...path] of [...(fields[resource.resourceType] ?? []), ...common]) {
    const found = everyAt(resource, path).flatMap((each) => elementWords(each, locale, call) ?? []);
    if (label === null) alone.push(...found);
    else after.set(label, [...(after.get(label) ?? []), ...found]);
  }
  const named = [...after].flatMap(([label, values]) =>
    values.length > 0 ? [say(locale, `chart.field.${label}`, { value: [...new Set(values)].join(', ') })] : [],
  );
  return [...alone, ...named];
}

/** What lies at a path: more than one where there is a list on the way. */
export function everyAt(from: unknown, path: readonly string[]): unknown[] {
  return path.reduce<unknown[]>((found, name) => found.flatMap((each) => listOf(objectOf(each)?.[name])), [from]);
}

const dated = /^\d{4}-\d\d(?:-\d\d(?:T.+)?)?$/;

/** An element of whatever type, as one would read it out; its type shows in its shape. */
export function elementWords(element: unknown, locale: Locale, call: Call): string | null {
  if (typeof element === 'number') return String(element);
  if (typeof element === 'string') return dated.test(element) ? whenWords(element, locale) : textOf(element);
  const whole = objectOf(element);
  if (!whole) return null;
  // A reference of its own, or one beside a concept, as FHIR R5 writes both.
  if ('concept' in whole) return conceptWords(whole['concept'], locale);
  if ('reference' in whole || ('display' in whole && !('code' in whole)))
    return call(typeof whole['reference'] === 'object' ? whole['reference'] : whole) ?? codingWords(whole, locale);
  if ('coding' in whole || 'text' in whole) return conceptWords(whole, locale);
  if (typeof whole['value'] === 'number') return amountWords(whole, locale);
  if ('low' in whole || 'high' in whole) return rangeWords(whole);
  return 'start' in whole || 'end' in whole ? periodWords(whole, locale) : codingWords(whole, locale);
}

/** A length of time is said in the reader's language, and every other amount in its own unit. */
function amountWords(quantity: Json, locale: Locale): string | null {
  const [length] = lengthWords(quantity['value'], undefined, quantity['code'], locale);
  return length ?? quantityWords(quantity);
}
