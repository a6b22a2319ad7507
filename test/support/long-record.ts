import { createHash } from 'node:crypto';
import { Temporal } from '@okaeri/words/time';
import { sampleRecord } from './sample-record';
import type { SampleBundle } from './sample-record';

type Body = Record<string, unknown>;
const uuid = (text: string) => {
  const hex = createHash('md5').update(text).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};
const days = (at: number) => new Temporal.PlainDate(2016, 1, 1).add({ days: at % 3900 }).toString();

/** What fills the years of a chronic illness, each of them in turn: mostly results. */
const kinds: readonly ((at: number) => Body)[] = [
  ...Array.from({ length: 16 }, () => result),
  (at) => ({
    resourceType: 'Condition',
    clinicalStatus: { coding: [{ code: at % 3 === 0 ? 'active' : 'resolved', system: clinical }] },
    code: { coding: [{ system: 'http://snomed.info/sct', code: String(100_000 + at) }], text: `Problem ${at}` },
    onsetDateTime: days(at),
  }),
  (at) => ({
    resourceType: 'MedicationStatement',
    status: at % 4 === 0 ? 'active' : 'completed',
    medicationCodeableConcept: { text: `Medicine ${at}` },
    effectivePeriod: { start: days(at) },
    dosage: [{ text: 'One tablet in the morning' }],
  }),
  (at) => ({
    ...{ resourceType: 'Procedure', status: 'completed', code: { text: `Procedure ${at}` } },
    performedDateTime: days(at),
  }),
  (at) => ({
    ...{ resourceType: 'Immunization', status: 'completed', vaccineCode: { text: `Vaccine ${at}` } },
    occurrenceDateTime: days(at),
  }),
];
const clinical = 'http://terminology.hl7.org/CodeSystem/condition-clinical';

function result(at: number): Body {
  const value = Math.round(Math.abs(Math.sin(at)) * 900) / 100;
  const quantity = (amount: number) => ({
    ...{ value: amount, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
  });
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [
      {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }],
      },
    ],
    code: { coding: [{ system: 'urn:oid:1.2.3', code: `T${at % 47}` }], text: `Test ${at % 47}` },
    effectiveDateTime: `${days(at)}T08:30:00+09:00`,
    valueQuantity: quantity(value),
    referenceRange: [{ low: quantity(1), high: quantity(7) }],
    note: [{ text: `Sample ${at}: ${'taken in the morning, before breakfast. '.repeat(7)}` }],
  };
}

/** A summary with so many entries besides what every one has; `name` makes it another document. */
export function longRecord(name: string, entries: number): string {
  return sampleRecord((bundle: SampleBundle) => {
    bundle.identifier = { system: 'urn:ietf:rfc:3986', value: uuid(name) };
    const patient = { reference: bundle.entry[1]?.fullUrl };
    const more = Array.from({ length: entries }, (_, at) => {
      const body = kinds[at % kinds.length]?.(at) ?? {};
      const whose = body['resourceType'] === 'Immunization' ? { patient } : { subject: patient };
      return { fullUrl: uuid(`${name} ${at}`), resource: { ...body, ...whose } };
    });
    bundle.entry.push(...more);
    const sections = bundle.entry[0]?.resource?.['section'] as { entry?: unknown[] }[];
    sections[4]?.entry?.push(
      ...more.filter((_, at) => at % kinds.length < 16).map(({ fullUrl }) => ({ reference: fullUrl })),
    );
  });
}
