/*
 * The parts of a patient's summary in the order in which a physician reads them: by the LOINC code of a section, and for what
 * stands in none by the kind of resource.
 */
export const sectionKeys = [
  ...(['alerts', 'allergies', 'medications', 'problems', 'past', 'procedures', 'results', 'vitals'] as const),
  ...(['immunizations', 'devices', 'pregnancy', 'function', 'social', 'exposure', 'family', 'genomics'] as const),
  ...(['plan', 'directives', 'story', 'travel', 'other', 'about', 'people', 'documents'] as const),
] as const;
export type SectionKey = (typeof sectionKeys)[number];

const byCode: Record<string, SectionKey> = {
  '11450-4': 'problems',
  '10160-0': 'medications',
  '48765-2': 'allergies',
  '11369-6': 'immunizations',
  '47519-4': 'procedures',
  '46264-8': 'devices',
  '30954-2': 'results',
  '26436-6': 'results',
  '18748-4': 'results',
  '8716-3': 'vitals',
  '11348-0': 'past',
  '47420-5': 'function',
  '18776-5': 'plan',
  '10162-6': 'pregnancy',
  '29762-2': 'social',
  '42348-3': 'directives',
  '104605-1': 'alerts',
  '81338-6': 'story',
  '10157-6': 'family',
  '10182-4': 'travel',
  '55109-3': 'past',
  '87510-4': 'exposure',
  '11341-5': 'exposure',
  '81247-9': 'genomics',
  '51969-4': 'genomics',
};

/** `null` for a section that we have no name for: it keeps its own. */
export const sectionOfCode = (code: string): SectionKey | null => byCode[code] ?? null;

/** The code by which others know a section; `null` for those that a summary does not have. */
export function codeOfSection(key: SectionKey): string | null {
  return Object.entries(byCode).find(([, each]) => each === key)?.[0] ?? null;
}

const byType: Record<string, SectionKey> = {
  Flag: 'alerts',
  DetectedIssue: 'alerts',
  AllergyIntolerance: 'allergies',
  Medication: 'medications',
  MedicationStatement: 'medications',
  MedicationRequest: 'medications',
  MedicationAdministration: 'medications',
  MedicationDispense: 'medications',
  Condition: 'problems',
  ClinicalImpression: 'story',
  Procedure: 'procedures',
  DiagnosticReport: 'results',
  Observation: 'results',
  Specimen: 'results',
  ImagingStudy: 'results',
  Media: 'results',
  MolecularSequence: 'genomics',
  Immunization: 'immunizations',
  ImmunizationRecommendation: 'immunizations',
  Device: 'devices',
  DeviceUseStatement: 'devices',
  FamilyMemberHistory: 'family',
  CarePlan: 'plan',
  Goal: 'plan',
  ServiceRequest: 'plan',
  NutritionOrder: 'plan',
  Consent: 'directives',
  Patient: 'about',
  RelatedPerson: 'people',
  CareTeam: 'people',
  Practitioner: 'people',
  PractitionerRole: 'people',
  Organization: 'people',
  Location: 'people',
  Composition: 'documents',
  DocumentReference: 'documents',
  Binary: 'documents',
  Provenance: 'documents',
};
const byCategory: Record<string, SectionKey> = {
  'vital-signs': 'vitals',
  'social-history': 'social',
  laboratory: 'results',
  imaging: 'results',
};

/** Where a resource belongs that no section names. */
export function sectionOfType(type: string, category: string | null): SectionKey {
  const code = category?.split('|').at(-1) ?? '';
  return (type === 'Observation' ? byCategory[code] : undefined) ?? byType[type] ?? 'other';
}
