import { recordCategories } from '@okaeri/contracts';
import type { RecordCategory } from '@okaeri/contracts';
import { listOf, memberAt, objectOf, objectsOf, textOf } from './fhir/json';
import type { Json, Resource } from './fhir/json';
import { finder } from './references';
import type { Find, Held } from './references';
import { searchColumns } from './search';

/*
 * Which part of a record a resource belongs to, for a reader who was not given all. What is in doubt is not shown: a kind or a section
 * that has no line here is for those alone who were given everything.
 */

const bySection: Record<string, RecordCategory> = {
  ...{ '11450-4': 'illness', '47519-4': 'illness', '46264-8': 'illness', '11348-0': 'illness', '55109-3': 'illness' },
  ...{ '47420-5': 'illness', '18776-5': 'illness', '104605-1': 'illness', '42348-3': 'illness', '81338-6': 'illness' },
  ...{ '10160-0': 'medicines', '48765-2': 'medicines', '11369-6': 'medicines' },
  ...{ '30954-2': 'results', '26436-6': 'results', '8716-3': 'results', '18748-4': 'images' },
  ...{ '10162-6': 'life', '29762-2': 'life', '10157-6': 'life', '10182-4': 'life', '87510-4': 'life' },
  ...{ '11341-5': 'life', '81247-9': 'life', '51969-4': 'life' },
};

const byType: Record<string, RecordCategory> = {
  ...{ Condition: 'illness', Procedure: 'illness', ClinicalImpression: 'illness', Flag: 'illness' },
  ...{ DetectedIssue: 'illness', CarePlan: 'illness', Goal: 'illness', ServiceRequest: 'illness' },
  ...{ NutritionOrder: 'illness', Device: 'illness', DeviceUseStatement: 'illness', Encounter: 'illness' },
  ...{ Consent: 'illness', EpisodeOfCare: 'illness', CareTeam: 'life', RelatedPerson: 'life' },
  ...{ AllergyIntolerance: 'medicines', Medication: 'medicines', MedicationStatement: 'medicines' },
  ...{ MedicationRequest: 'medicines', MedicationAdministration: 'medicines', MedicationDispense: 'medicines' },
  ...{ Immunization: 'medicines', ImmunizationRecommendation: 'medicines' },
  ...{ Observation: 'results', DiagnosticReport: 'results', Specimen: 'results' },
  ...{ FamilyMemberHistory: 'life', MolecularSequence: 'life', QuestionnaireResponse: 'life' },
  ...{ ImagingStudy: 'images', Media: 'images' },
  ...{ DocumentReference: 'documents', Binary: 'documents', Provenance: 'documents' },
};

/** Who and where: shown with what names them, and not without. */
const around: readonly string[] = ['Practitioner', 'PractitionerRole', 'Organization', 'Location'];

const byCode: Record<string, RecordCategory> = {
  ...{ 'social-history': 'life', imaging: 'images', laboratory: 'results', 'vital-signs': 'results', RAD: 'images' },
  ...{ GE: 'life' },
};

function ofType(body: Resource): RecordCategory | null {
  const code = searchColumns(body).category?.split('|').at(-1) ?? '';
  const byItsCode = ['Observation', 'DiagnosticReport'].includes(body.resourceType) ? byCode[code] : undefined;
  return byItsCode ?? byType[body.resourceType] ?? null;
}

/** `null`: nobody says what it is. */
function ofSection(section: Json): RecordCategory | null {
  const codes = objectsOf(memberAt(section, 'code', 'coding')).flatMap(({ code }) => textOf(code) ?? []);
  return codes.map((code) => bySection[code]).find((each) => each !== undefined) ?? null;
}

/** What of a record belongs to these categories, in its order. Compositions keep the sections that do, and lose the others. */
export function onlyShared<T extends Held>(record: readonly T[], categories: ReadonlySet<RecordCategory>): T[] {
  if (categories.size === recordCategories.length) return [...record];
  const find = finder(record);
  const listed = new Map<string, Set<RecordCategory | null>>();
  for (const composition of record.filter(isComposition)) {
    for (const [category, references] of sectionsOf(composition.body)) {
      for (const reference of references) {
        // Where several are meant alike, each of them may be the one that is listed here.
        for (const { id } of find(reference, composition)) {
          listed.set(id, (listed.get(id) ?? new Set()).add(category));
        }
      }
    }
  }
  const given = (category: RecordCategory | null) => category !== null && categories.has(category);
  const shown = new Map<string, T>();
  for (const held of record) {
    if (isComposition(held) || around.includes(held.body.resourceType)) continue;
    const of = [...(listed.get(held.id) ?? [ofType(held.body)])];
    const isPatient = held.body.resourceType === 'Patient';
    if (isPatient ? categories.size > 0 : of.every(given) && given(telling(held.body) ?? of[0] ?? null)) {
      shown.set(held.id, held);
    }
  }
  const trimmed = new Map<string, T>();
  for (const each of record.filter(isComposition)) {
    const body = trim(each.body, given);
    if (body) trimmed.set(each.id, { ...each, body });
  }
  addAround([...shown.values()], shown, find);
  return record.flatMap((held) => trimmed.get(held.id) ?? shown.get(held.id) ?? []);
}

/** Where its own kind says more of it than the section that it stands in: an image under "Plan" is an image. */
function telling(body: Resource): RecordCategory | null {
  const own = ofType(body);
  return own === 'illness' || own === 'results' ? null : own;
}

/** What it is called and a list of all that there is would tell what was kept back. */
function trim({ resourceType, subject, date, ...rest }: Resource, given: (category: RecordCategory | null) => boolean) {
  const sections = (list: unknown): Json[] =>
    objectsOf(list).flatMap((section) => {
      if (!given(ofSection(section))) return [];
      const { section: below, ...own } = section;
      const kept = sections(below);
      return [kept.length > 0 ? { ...own, section: kept } : own];
    });
  const section = sections(rest['section']);
  return section.length > 0 ? { resourceType, subject, date, section } : null;
}

const isComposition = ({ body }: Held) => body.resourceType === 'Composition';

function* sectionsOf(composition: Resource): Generator<[RecordCategory | null, string[]]> {
  const open = objectsOf(composition['section']);
  for (let section = open.shift(); section; section = open.shift()) {
    const references = objectsOf(section['entry']).flatMap(({ reference }) => textOf(reference) ?? []);
    yield [ofSection(section), [...new Set(references)]];
    open.push(...objectsOf(section['section']));
  }
}

/** Those who are named, and who is named by them in turn. */
function addAround<T extends Held>(from: T[], shown: Map<string, T>, find: Find<T>): void {
  const open = from;
  for (let held = open.pop(); held; held = open.pop()) {
    for (const reference of referencesIn(held.body)) {
      const found = find(reference, held);
      const [named] = found;
      if (!named || found.length > 1 || shown.has(named.id) || !around.includes(named.body.resourceType)) continue;
      shown.set(named.id, named);
      open.push(named);
    }
  }
}

function referencesIn(value: unknown, found: string[] = []): string[] {
  for (const each of listOf(value)) {
    const members = objectOf(each);
    if (!members) continue;
    const reference = textOf(members['reference']);
    if (reference) found.push(reference);
    for (const member of Object.values(members)) if (typeof member === 'object') referencesIn(member, found);
  }
  return found;
}
