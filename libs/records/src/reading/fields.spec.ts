import type { Kept, Resource } from '@okaeri/chart';
import { locales } from '@okaeri/contracts';
import type { Locale } from '@okaeri/contracts';
import { readLine } from './line';

/* What the rarer kinds of resource say. Nobody in them ever was. */

const keptOf = (body: object): Kept =>
  ({
    ...{ id: '1', importId: '1', version: 1, understood: true, document: null, source: 'urn:x:1' },
    ...({ body } as { body: Resource }),
  }) as unknown as Kept;
const condition = keptOf({ resourceType: 'Condition', id: 'c', code: { text: 'Atrial fibrillation' } });
const read = (body: object, locale: Locale = 'en') =>
  readLine(keptOf(body), locale, (reference) => (reference === 'Condition/c' ? condition : null));
const text = (words: string) => ({ text: words });

const samples: readonly (readonly [object, string, string[]])[] = [
  [
    {
      ...{ resourceType: 'DetectedIssue', status: 'final', severity: 'high', code: text('Drug interaction') },
      ...{ detail: 'Bleeding is likelier.', identifiedDateTime: '2026-01-05' },
      implicated: [{ display: 'Warfarin' }, { display: 'Ibuprofen' }],
      mitigation: [{ action: text('Ibuprofen stopped') }],
    },
    'Drug interaction',
    ['severe', 'Bleeding is likelier.', 'Concerns: Warfarin, Ibuprofen', 'Done about it: Ibuprofen stopped'],
  ],
  [
    {
      ...{ resourceType: 'MedicationRequest', status: 'active', intent: 'order', priority: 'urgent' },
      ...{ medicationCodeableConcept: text('Apixaban 5 mg'), reasonReference: [{ reference: 'Condition/c' }] },
      dispenseRequest: {
        ...{ numberOfRepeatsAllowed: 2, quantity: { value: 60, unit: 'tablets' } },
        expectedSupplyDuration: { value: 30, unit: 'd', code: 'd', system: 'http://unitsofmeasure.org' },
      },
      substitution: { allowedBoolean: false },
    },
    'Apixaban 5 mg',
    [
      ...['Urgent', 'Only this product, no substitute', 'Amount: 60\u00a0tablets', 'Enough for: 30 days'],
      ...['Repeats allowed: 2', 'Because of: Atrial fibrillation'],
    ],
  ],
  [
    {
      ...{ resourceType: 'MedicationDispense', status: 'completed', medicationCodeableConcept: text('Apixaban 5 mg') },
      ...{ quantity: { value: 60, unit: 'tablets' }, daysSupply: { value: 30, unit: 'days', code: 'd' } },
      whenHandedOver: '2026-02-03',
    },
    'Apixaban 5 mg',
    ['Medicine that was handed out', 'Amount: 60\u00a0tablets', 'Enough for: 30 days'],
  ],
  [
    {
      ...{ resourceType: 'Procedure', status: 'completed', code: text('Hip replacement') },
      ...{ complication: [text('Bleeding')], followUp: [text('Physiotherapy')] },
      focalDevice: [{ manipulated: { display: 'Cemented stem' } }],
      location: { display: 'Theatre 2' },
    },
    'Hip replacement',
    ['Complication: Bleeding', 'Used: Cemented stem', 'Afterwards: Physiotherapy', 'Place: Theatre 2'],
  ],
  [
    {
      resourceType: 'ImmunizationRecommendation',
      date: '2026-03-01',
      recommendation: [
        {
          ...{ vaccineCode: [text('Influenza')], forecastStatus: text('Due'), doseNumberPositiveInt: 2 },
          dateCriterion: [{ code: text('Earliest'), value: '2026-10-01' }],
        },
      ],
    },
    'Influenza',
    ['Due, Dose number 2, Earliest: 1\u00a0October 2026'],
  ],
  [
    {
      ...{ resourceType: 'Device', type: text('Pacemaker'), manufacturer: 'Example Ltd', lotNumber: 'L1' },
      ...{ expirationDate: '2030-01', safety: [text('MR conditional')] },
    },
    'Pacemaker',
    ['MR conditional', 'Maker: Example Ltd', 'Lot L1', 'Use by: January 2030'],
  ],
  [
    {
      ...{ resourceType: 'Specimen', type: text('Venous blood') },
      collection: { collectedDateTime: '2026-04-04', method: text('Puncture'), bodySite: text('Left arm') },
    },
    'Venous blood',
    ['Method: Puncture', 'Place: Left arm'],
  ],
  [
    {
      ...{ resourceType: 'NutritionOrder', status: 'active', intent: 'order', dateTime: '2026-01-01' },
      oralDiet: { type: [text('Low sodium')], instruction: 'Less than 2 g a day' },
      excludeFoodModifier: [text('Grapefruit')],
    },
    'Low sodium',
    ['Less than 2 g a day', 'Must be left out: Grapefruit'],
  ],
  [
    {
      ...{ resourceType: 'AdverseEvent', actuality: 'potential', event: text('Wrong dose') },
      ...{ seriousness: text('Serious'), suspectEntity: [{ instance: { display: 'Warfarin' } }], date: '2026-01-01' },
    },
    'Wrong dose',
    ['Was noticed before harm was done', 'Serious', 'Suspected cause: Warfarin'],
  ],
  [
    {
      ...{ resourceType: 'RiskAssessment', status: 'final', occurrenceDateTime: '2026-01-01' },
      prediction: [{ outcome: text('Stroke'), probabilityDecimal: 0.048, rationale: 'CHA2DS2-VASc 4' }],
    },
    'Stroke',
    ['4.8%, CHA2DS2-VASc 4'],
  ],
  [
    {
      ...{ resourceType: 'Encounter', status: 'finished', class: { code: 'IMP', display: 'inpatient' } },
      participant: [{ individual: { display: 'Dr Sato' } }],
      diagnosis: [{ condition: { reference: 'Condition/c' } }],
      ...{ serviceProvider: { display: 'Example Hospital' }, reasonCode: [text('Chest pain')] },
    },
    'inpatient',
    [...['With: Dr Sato', 'Diagnosis: Atrial fibrillation', 'Place: Example Hospital', 'Because of: Chest pain']],
  ],
  [
    {
      ...{ resourceType: 'Goal', lifecycleStatus: 'active', description: text('Walk 500 m') },
      ...{ achievementStatus: text('Improving'), target: [{ dueDate: '2026-12-01' }] },
    },
    'Walk 500 m',
    ['Improving', 'Due: 1\u00a0December 2026'],
  ],
  [
    {
      ...{ resourceType: 'CarePlan', status: 'active', intent: 'plan', title: 'After the hip' },
      ...{ addresses: [{ reference: 'Condition/c' }], goal: [{ display: 'Walk 500 m' }] },
      activity: [
        {
          detail: {
            ...{ status: 'scheduled', description: 'Exercises' },
            scheduledTiming: { repeat: { frequency: 3, period: 1, periodUnit: 'wk' } },
          },
        },
      ],
    },
    'After the hip',
    ['Exercises: 3 times a week', 'Concerns: Atrial fibrillation', 'Goal: Walk 500 m'],
  ],
  [
    { resourceType: 'Coverage', status: 'active', payor: [{ display: 'Example Insurance' }], subscriberId: 'A 12' },
    'Example Insurance',
    ['Number: A 12'],
  ],
  [
    {
      ...{ resourceType: 'Communication', status: 'completed', sent: '2026-01-01', sender: { display: 'Dr Sato' } },
      payload: [{ contentString: 'The wound looks well.' }],
    },
    'The wound looks well.',
    ['By Dr Sato'],
  ],
  [
    {
      ...{ resourceType: 'Appointment', status: 'booked', start: '2026-05-01T01:00:00Z', description: 'Check-up' },
      participant: [{ actor: { display: 'Dr Sato' }, status: 'accepted' }],
    },
    'Check-up',
    ['With: Dr Sato'],
  ],
  [
    {
      ...{ resourceType: 'VisionPrescription', status: 'active', dateWritten: '2026-01-01' },
      lensSpecification: [
        {
          ...{ product: text('Lens'), eye: 'right', sphere: -2, cylinder: 0.5, axis: 90 },
          prism: [{ amount: 0.5, base: 'up' }],
        },
      ],
    },
    'Lens',
    ['Right eye: sphere -2, cylinder 0.5, axis 90°, prism 0.5 up'],
  ],
  [
    {
      ...{ resourceType: 'ImagingStudy', status: 'available', started: '2026-01-01', description: 'Chest CT' },
      ...{ modality: [{ code: 'CT' }], numberOfSeries: 1, numberOfInstances: 240 },
    },
    'Chest CT',
    ['1 series', '240 images', 'CT'],
  ],
  [
    {
      ...{ resourceType: 'FamilyMemberHistory', status: 'completed', relationship: text('Father') },
      condition: [{ code: text('Stroke'), contributedToDeath: true, onsetString: 'at 60' }],
    },
    'Father',
    ['Stroke, contributed to the death: at 60'],
  ],
  [
    {
      ...{ resourceType: 'MedicationStatement', status: 'active', effectivePeriod: { start: '2026-01' } },
      medicationCodeableConcept: {
        coding: [{ system: 'urn:oid:1.2.392.200119.4.403.1', display: 'ツムラ葛根湯エキス顆粒（医療用）' }],
      },
      dosage: [
        {
          doseAndRate: [{ doseQuantity: { value: 2.5, unit: 'g' } }],
          timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd', when: ['AC'] } },
        },
      ],
    },
    'ツムラ葛根湯エキス顆粒（医療用）',
    ['Dose: 2.5\u00a0g, 3 times a day, before a meal'],
  ],
  [
    { resourceType: 'List', status: 'current', title: 'Problems', entry: [{ item: { reference: 'Condition/c' } }] },
    'Problems',
    ['Atrial fibrillation'],
  ],
  [
    {
      ...{ resourceType: 'Patient', name: [{ text: 'Emily Tremblay' }] },
      communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'fr-CA' }] } }],
      identifier: [
        { type: text('Health card'), value: '1234 567 890' },
        { assigner: { display: 'Example Hospital' }, value: '77' },
        { value: 'X9' },
        // Told apart by computers alone.
        { value: '839737a4-5804-4adb-b645-740275239062' },
        { value: 'urn:oid:1.2.3' },
      ],
    },
    'Emily Tremblay',
    ['Health card: 1234 567 890', 'Example Hospital: 77', 'Number: X9', 'Language: Canadian French'],
  ],
];

describe('what rarer kinds of resource say', () => {
  it.each(samples)('is read out: %#', (body, title, said) => {
    const { line } = read(body);
    expect([line.title, ...line.said]).toEqual([title, ...said]);
  });

  it('is called by its kind where it says nothing, and by FHIR’s own name where that is rare', () => {
    expect(read({ resourceType: 'ServiceRequest' }, 'ja').line.title).toContain('検査・紹介の依頼');
    expect(read({ resourceType: 'SubstanceProtein' }).line.title).toContain('SubstanceProtein');
  });

  it('has a time where its kind calls it by a name of its own', () => {
    const when = (members: object) => read({ resourceType: 'Observation', ...members }).line.when;
    expect(when({ identifiedDateTime: '2026-01-05' })).toBe('5\u00a0January 2026');
    expect(when({ whenHandedOver: '2026-01-05' })).toBe('5\u00a0January 2026');
    expect(when({ collection: { collectedDateTime: '2026-01-05' } })).toBe('5\u00a0January 2026');
    expect(when({ start: '2026-01' })).toBe('January 2026');
    expect(when({ start: '2026-01', end: '2026-02' })).toBe('January 2026 – February 2026');
  });

  it.each(locales)('leaves nothing out in %s', (locale) => {
    for (const [body, , said] of samples) expect(read(body, locale).line.said).toHaveLength(said.length);
  });
});
