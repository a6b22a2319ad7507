import { memberAt, objectsOf, textOf } from './fhir/json';
import type { Resource } from './fhir/json';

/** What a resource is looked for by. */
export interface SearchColumns {
  code: string | null;
  category: string | null;
  at: string | null;
  status: string | null;
}

/** In the order in which they say best when something was so. */
const times = [
  ...(['effectiveDateTime', 'effectiveInstant', 'performedDateTime', 'occurrenceDateTime', 'onsetDateTime'] as const),
  ...(['started', 'authoredOn', 'recordedDate', 'dateAsserted', 'issued', 'date', 'dateTime', 'created'] as const),
] as const;
const periods = ['effectivePeriod', 'performedPeriod', 'onsetPeriod', 'period', 'timingPeriod'] as const;
const codes = ['code', 'vaccineCode', 'medicationCodeableConcept', 'type', 'category'] as const;

export function searchColumns(resource: Resource): SearchColumns {
  return {
    code: firstCoding(codes.map((name) => resource[name]).find((value) => firstCoding(value) !== null)),
    category: firstCoding(resource['category']),
    at: timeOf(resource),
    status: textOf(resource['status']) ?? textOf(memberAt(resource, 'clinicalStatus', 'coding', 'code')),
  };
}

/** When it was so, as it is written there. */
export function timeOf(resource: Resource): string | null {
  const named = times.map((name) => textOf(resource[name])).find((value) => value !== null);
  if (named) return named;
  const [period] = periods.flatMap((name) => objectsOf(resource[name]));
  const document = memberAt(resource['content'], 'attachment', 'creation');
  return textOf(period?.['start']) ?? textOf(period?.['end']) ?? textOf(document);
}

function firstCoding(concept: unknown): string | null {
  const coding = objectsOf(memberAt(concept, 'coding')).find(({ code }) => textOf(code) !== null);
  return coding ? `${textOf(coding['system']) ?? ''}|${textOf(coding['code']) ?? ''}` : null;
}
