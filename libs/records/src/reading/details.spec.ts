import type { ImportId, Kept, Resource, ResourceId } from '@okaeri/chart';
import { readSections, shareSeen } from './read-record';

/* What is read out of each kind of resource, beside what all of them have. Nobody in them ever was. */

const subject = { reference: 'Patient/1' };
const patient = {
  ...{ resourceType: 'Patient', id: '1', name: [{ family: 'Tremblay', given: ['Emily'] }], gender: 'female' },
  birthDate: '1984-05-12',
};
const ferritin = {
  ...{ resourceType: 'Observation', id: 'o1', status: 'final', code: { text: 'Ferritin' }, subject },
  valueQuantity: { value: 41, unit: 'µg/L' },
};
const bundle = (...all: object[]): Kept[] =>
  all.map((body, at) => ({
    ...{ id: String(at) as ResourceId, importId: '1' as ImportId, version: 1, understood: true, document: null },
    ...{ source: `urn:x:${at}`, body: body as Resource },
  }));
const linesOf = (record: Kept[]) => readSections(record, 'en').flatMap(({ lines }) => lines);

describe('what a reader is told of', () => {
  it('is seen with what it says in a newer FHIR, and marked as not understood', async () => {
    const newer = {
      ...{ resourceType: 'MedicationStatement', id: 'm', status: 'recorded', subject },
      medication: { concept: { text: 'Entecavir 0.5 mg' } },
      dosage: [{ text: 'once a day' }],
    };
    const found = bundle(patient, newer);
    expect(linesOf(found).find(({ title }) => title === 'Entecavir 0.5 mg')).toMatchObject({
      said: ['Dose: once a day'],
    });
  });

  it('warns where its sender has changed what something means', async () => {
    const modified = { ...ferritin, modifierExtension: [{ url: 'https://x.example/not', valueBoolean: true }] };
    const found = bundle(patient, modified);
    expect(linesOf(found).find(({ title }) => title === 'Ferritin')?.said[0]).toContain('may change what this means');
  });

  it('shows results that lie within a report', async () => {
    const report = {
      ...{ resourceType: 'DiagnosticReport', id: 'r', status: 'final', code: { text: 'Liver panel' }, subject },
      contained: [
        {
          resourceType: 'Observation',
          id: 'alt',
          status: 'final',
          code: { text: 'ALT' },
          valueQuantity: { value: 62, unit: 'U/L' },
          interpretation: [{ text: 'High' }],
        },
        {
          resourceType: 'Observation',
          id: 'ast',
          status: 'final',
          code: { text: 'AST' },
          dataAbsentReason: { coding: [{ code: 'unknown' }] },
        },
      ],
      result: [{ reference: '#alt' }, { reference: '#ast' }],
    };
    const found = bundle(patient, report);
    const line = linesOf(found).find(({ title }) => title === 'Liver panel');
    expect(line?.said).toEqual(
      expect.arrayContaining(['ALT: 62\u00a0U/L, High', expect.stringMatching(/^AST: /) as string]),
    );
  });

  it('has a medicine whose strength and intake are told by numbers alone', async () => {
    const statement = {
      ...{
        resourceType: 'MedicationStatement',
        id: 'm',
        status: 'active',
        subject,
        medicationReference: { reference: '#med' },
      },
      contained: [
        {
          ...{ resourceType: 'Medication', id: 'med', code: { text: 'Entecavir' }, form: { text: 'Tablet' } },
          ingredient: [
            {
              itemCodeableConcept: { text: 'entecavir' },
              strength: { numerator: { value: 0.5, unit: 'mg' }, denominator: { value: 1, unit: 'tablet' } },
            },
          ],
        },
      ],
      dosage: [
        {
          timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
          doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }],
          asNeededBoolean: true,
        },
      ],
    };
    const line = linesOf(bundle(patient, statement)).find(({ title }) => title === 'Entecavir');
    expect(line?.said).toEqual([
      'Dose: 1\u00a0tablet, 2 times a day, as needed',
      'Tablet',
      'entecavir: 0.5\u00a0mg / 1\u00a0tablet',
    ]);
  });

  it('has a medicine by its name, and not by the drawer it is kept in', () => {
    const request = {
      ...{
        resourceType: 'MedicationRequest',
        id: 'm',
        status: 'active',
        intent: 'order',
        subject: { reference: 'Patient/p' },
      },
      ...{ category: [{ text: 'Community' }], medicationReference: { display: 'Metformin 850 mg' } },
    };
    expect(linesOf(bundle(patient, request)).map(({ title }) => title)).toContain('Metformin 850 mg');
  });

  it('has to which substance an allergy reacted, and what was noted of it', () => {
    const hives = [{ text: 'Hives' }];
    const said = (...reaction: object[]) =>
      linesOf(bundle(patient, { resourceType: 'AllergyIntolerance', id: 'a', code: { text: 'Penicillins' }, reaction }))
        .filter(({ type }) => type === 'AllergyIntolerance')
        .flatMap((line) => line.said);
    const note = [{ text: 'After the second tablet' }];
    expect(said({ substance: { text: 'Amoxicillin' }, manifestation: hives, severity: 'severe', note })).toEqual([
      'Reaction to Amoxicillin: Hives, severe',
      'After the second tablet',
    ]);
    expect(said({ substance: { text: 'Penicillins' }, manifestation: hives })).toEqual(['Reaction: Hives']);
    expect(said({ substance: { text: 'Amoxicillin' } })).toEqual(['Reaction: Amoxicillin']);
    expect(said({ note })).toEqual(['After the second tablet']);
  });

  it.each([
    [{ low: { value: 4 }, high: { value: 10 } }, '4 – 10'],
    [{ low: { value: 4 }, type: { coding: [{ code: 'normal', display: 'Normal Range' }] } }, '≥ 4'],
    [{ low: { value: 4 }, high: { value: 10 }, type: { text: 'Therapeutic' } }, '4 – 10 (Therapeutic)'],
    [{ low: { value: 4 }, high: { value: 10 }, text: '4 to 10 mg/dL' }, '4 to 10 mg/dL'],
    [{ low: { value: 4 }, high: { value: 10 }, text: 'Fasting' }, '4 – 10 (Fasting)'],
    [{ text: 'negative' }, 'negative'],
    [
      {
        ...{ high: { value: 9 }, appliesTo: [{ text: 'Women' }] },
        age: { low: { value: 18, unit: 'years' }, high: { value: 45, unit: 'years' } },
      },
      '≤ 9 (Women, 18\u00a0years – 45\u00a0years)',
    ],
  ])('has for whom a range holds, and of what kind it is: %#', (range, words) => {
    const observation = { ...ferritin, referenceRange: [range] };
    const line = linesOf(bundle(patient, observation)).find(({ title }) => title === 'Ferritin');
    expect(line?.said).toEqual(['41\u00a0µg/L', `Reference range: ${words}`]);
  });

  it('has what runs in a family, vaccinations, answers and whom to call', async () => {
    const found = bundle(
      {
        ...patient,
        deceasedDateTime: '2026-02',
        contact: [
          {
            name: { text: 'Marc Roy' },
            relationship: [{ text: 'Husband' }],
            telecom: [{ system: 'phone', value: '+1 416 555 0100' }],
          },
        ],
      },
      {
        resourceType: 'FamilyMemberHistory',
        id: 'f',
        status: 'completed',
        patient: subject,
        relationship: { text: 'Mother' },
        deceasedBoolean: true,
        condition: [{ code: { text: 'Breast cancer' }, onsetAge: { value: 45, unit: 'years' } }],
      },
      {
        resourceType: 'Immunization',
        id: 'i',
        status: 'completed',
        patient: subject,
        vaccineCode: { text: 'MMR' },
        occurrenceDateTime: '2001',
        protocolApplied: [{ doseNumberPositiveInt: 2, targetDisease: [{ text: 'Measles' }] }],
      },
      {
        resourceType: 'AllergyIntolerance',
        id: 'a',
        patient: subject,
        code: { text: 'Peanut' },
        lastOccurrence: '2019',
        reaction: [{ manifestation: [{ text: 'Hives' }], severity: 'severe' }],
      },
      {
        resourceType: 'QuestionnaireResponse',
        id: 'q',
        status: 'completed',
        item: [
          {
            linkId: '1',
            text: 'Smoking',
            item: [{ linkId: '1.1', text: 'Packs a day', answer: [{ valueDecimal: 0.5 }] }],
          },
        ],
      },
      {
        resourceType: 'Condition',
        id: 'c',
        subject,
        code: { text: 'Pneumonia' },
        onsetDateTime: '2020',
        abatementDateTime: '2021-01',
      },
    );
    const said = (type: string) =>
      linesOf(found)
        .find((line) => line.type === type)
        ?.said.join(' | ');
    expect(said('Patient')).toMatch(/Died .*2026.*Contact: Marc Roy, Husband, \+1 416 555 0100/);
    expect(said('FamilyMemberHistory')).toContain('Has died | Breast cancer: 45\u00a0years');
    expect(said('Immunization')).toContain('Dose number 2 | Measles');
    expect(said('AllergyIntolerance')).toMatch(/Reaction: Hives, severe.*Last time: 2019/);
    expect(said('QuestionnaireResponse')).toContain('Packs a day: 0.5');
    expect(said('Condition')).toContain('until');
    const shares = Object.values(shareSeen(found, 'en'));
    expect(shares.map(({ all, seen }) => [all, seen])).toEqual(Array(6).fill([1, 1]));
  });
});
