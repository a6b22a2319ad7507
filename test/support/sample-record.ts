/*
 * A record of somebody who never was, with something in each part of an international summary: for tests and pictures. Numbers are written
 * as a laboratory writes them, and the text has something in it that must not run.
 */

const loinc = (code: string, display: string) => ({ coding: [{ system: 'http://loinc.org', code, display }] });
const urn = (at: number) => `urn:uuid:0f5c2d9a-6b1e-4c73-9a20-${String(at).padStart(12, '0')}`;
const translated = (text: string, lang: string, content: string) => ({
  text,
  _text: {
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/translation',
        extension: [
          { url: 'lang', valueCode: lang },
          { url: 'content', valueString: content },
        ],
      },
    ],
  },
});
const status = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});
const subject = { reference: urn(2) };
const active = { clinicalStatus: status('condition-clinical', 'active') };
const category = (code: string) => [status('observation-category', code)];
const ucum = (value: number, unit: string) => ({ value, unit, system: 'http://unitsofmeasure.org', code: unit });

const clinical: [section: string, title: string, resource: Record<string, unknown>][] = [
  [
    '48765-2',
    'Allergies',
    {
      resourceType: 'AllergyIntolerance',
      clinicalStatus: status('allergyintolerance-clinical', 'active'),
      criticality: 'high',
      code: translated('Penicillin', 'ja', 'ペニシリン'),
      patient: subject,
      reaction: [{ manifestation: [translated('Hives', 'ja', 'じんましん')] }],
    },
  ],
  [
    '10160-0',
    'Medicines',
    {
      resourceType: 'MedicationStatement',
      status: 'active',
      medicationCodeableConcept: translated('Kakkonto extract granules', 'ja', '葛根湯エキス顆粒'),
      subject,
      effectivePeriod: { start: '2026-03' },
      dosage: [{ text: '2.5 g, three times a day before meals' }],
    },
  ],
  [
    '11450-4',
    'Problems',
    {
      resourceType: 'Condition',
      ...active,
      code: translated('Hepatocellular carcinoma', 'ja', '肝細胞癌'),
      subject,
      onsetDateTime: '2025',
    },
  ],
  [
    '47519-4',
    'Procedures',
    {
      resourceType: 'Procedure',
      status: 'completed',
      code: translated('Proton therapy of the liver', 'ja', '肝臓の陽子線治療'),
      subject,
      performedDateTime: '2026-05-18',
    },
  ],
  [
    '30954-2',
    'Results',
    {
      resourceType: 'Observation',
      status: 'final',
      category: category('laboratory'),
      code: loinc('1975-2', 'Bilirubin.total'),
      subject,
      effectiveDateTime: '2026-10-01T09:30:00-04:00',
      performer: [{ reference: urn(3) }],
      valueQuantity: ucum(0.75, 'mg/dL'),
      referenceRange: [{ low: ucum(0.2, 'mg/dL'), high: ucum(1.2, 'mg/dL') }],
    },
  ],
  [
    '8716-3',
    'Vital signs',
    {
      resourceType: 'Observation',
      status: 'final',
      category: category('vital-signs'),
      code: loinc('85354-9', 'Blood pressure'),
      subject,
      effectiveDateTime: '2026-10-01',
      component: [
        { code: loinc('8480-6', 'Systolic'), valueQuantity: ucum(118, 'mmHg') },
        { code: loinc('8462-4', 'Diastolic'), valueQuantity: ucum(76, 'mmHg') },
      ],
    },
  ],
  [
    '11369-6',
    'Vaccinations',
    {
      resourceType: 'Immunization',
      status: 'completed',
      vaccineCode: { text: 'Influenza vaccine' },
      patient: subject,
      occurrenceDateTime: '2026-10-12',
      lotNumber: 'L-4471',
    },
  ],
  [
    '10157-6',
    'Family history',
    {
      resourceType: 'FamilyMemberHistory',
      status: 'completed',
      patient: subject,
      relationship: { text: 'Mother' },
      condition: [{ code: { text: 'Hepatitis B' } }],
    },
  ],
  [
    '87510-4',
    'Exposures',
    {
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'Asbestos at work' },
      subject,
      effectivePeriod: { start: '1988', end: '1994' },
      valueBoolean: true,
    },
  ],
  [
    '81247-9',
    'Genetic findings',
    {
      resourceType: 'DiagnosticReport',
      status: 'final',
      code: { text: 'Germline panel' },
      subject,
      effectiveDateTime: '2026-02-11',
      conclusion: 'No pathogenic variant was found in 84 genes.',
    },
  ],
];

/** The text of the file; `change` may make another one of it. */
export function sampleRecord(change: (bundle: SampleBundle) => void = () => undefined): string {
  const name = { use: 'official', text: 'Emily Tremblay', family: 'Tremblay', given: ['Emily'] };
  const patient = { resourceType: 'Patient', id: 'emily', name: [name], gender: 'female' };
  const hospital = { resourceType: 'Organization', id: 'lab', name: 'Lakeside Laboratory, Toronto' };
  const entries = clinical.map(([, , resource], at) => ({ fullUrl: urn(10 + at), resource }));
  const composition = {
    resourceType: 'Composition',
    status: 'final',
    type: loinc('60591-5', 'Patient summary Document'),
    subject,
    date: '2026-11-02T10:00:00-05:00',
    author: [{ reference: urn(3) }],
    title: 'Patient summary',
    section: [
      ...clinical.map(([code, title], at) => ({
        title,
        code: loinc(code, title),
        text: {
          status: 'generated',
          div: `<div xmlns="http://www.w3.org/1999/xhtml"><p onclick="x()">${title}<script>bad()</script></p></div>`,
        },
        entry: [{ reference: urn(10 + at) }],
      })),
      {
        title: 'Devices',
        code: loinc('46264-8', 'Devices'),
        text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>None</p></div>' },
        emptyReason: status('list-empty-reason', 'nilknown'),
      },
    ],
  };
  const bundle: SampleBundle = {
    resourceType: 'Bundle',
    identifier: { system: 'urn:ietf:rfc:3986', value: urn(1) },
    type: 'document',
    timestamp: '2026-11-02T10:00:00-05:00',
    entry: [
      { fullUrl: urn(4), resource: composition },
      { fullUrl: urn(2), resource: patient },
      { fullUrl: urn(3), resource: hospital },
      ...entries,
    ],
  };
  change(bundle);
  // As a laboratory writes it: the zero says how exactly it was measured.
  return JSON.stringify(bundle, null, 1).replace('"value": 0.75', '"value": 0.750');
}

export interface SampleBundle {
  resourceType: string;
  identifier: unknown;
  type: string;
  timestamp: string;
  entry: { fullUrl?: string; resource?: Record<string, unknown> }[];
}
