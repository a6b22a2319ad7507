import { listOf, memberAt, objectOf, objectsOf, textOf } from '@okaeri/chart';
import type { Json } from '@okaeri/chart';

/*
 * Blood pressure is one thing that is told by two numbers (LOINC 85354-9 with 8480-6 and 8462-4), whether a sender wrote it as one
 * measurement or as two.
 */

const loinc = 'http://loinc.org';
const codes = { systolic: '8480-6', diastolic: '8462-4' } as const;

/** As `readingsOf` names what has no line of its own. */
export const pressureKeys = { systolic: `${loinc}|${codes.systolic}`, diastolic: `${loinc}|${codes.diastolic}` };
export const pressureKey = 'blood-pressure';

/** What of a reading counts here. */
interface Part {
  key: string;
  resourceId: string;
  at: string;
  unit: string | null;
}

/** Of readings those that belong together: of one measurement, else of one moment; and what is left. */
export function pressurePairs<T extends Part>(readings: readonly T[]): { pairs: [above: T, below: T][]; rest: T[] } {
  const below = readings.filter(({ key }) => key === pressureKeys.diastolic);
  const taken = new Set<T>();
  const pairs: [T, T][] = [];
  for (const above of readings.filter(({ key }) => key === pressureKeys.systolic)) {
    const free = below.filter((each) => !taken.has(each) && each.unit !== null && each.unit === above.unit);
    const found =
      free.find(({ resourceId }) => resourceId === above.resourceId) ?? free.find(({ at }) => at === above.at);
    if (!found) continue;
    taken.add(above).add(found);
    pairs.push([above, found]);
  }
  return { pairs, rest: readings.filter((each) => !taken.has(each)) };
}

/** "118/76 mmHg" of the parts of one measurement, and the parts that it says nothing of; `null` where it is none. */
export function pressureOf(parts: readonly Json[]): { words: string; rest: Json[] } | null {
  const partOf = (code: string) =>
    parts.find((part) =>
      listOf(memberAt(part['code'], 'coding')).some((coding) => {
        const { system, code: own } = objectOf(coding) ?? {};
        return system === loinc && own === code;
      }),
    );
  const [above, below] = [partOf(codes.systolic), partOf(codes.diastolic)];
  const [high, low] = [objectOf(above?.['valueQuantity']), objectOf(below?.['valueQuantity'])];
  if (typeof high?.['value'] !== 'number' || typeof low?.['value'] !== 'number') return null;
  const unitOf = (quantity: Json) => textOf(quantity['unit']) ?? textOf(quantity['code']);
  const unit = unitOf(high);
  if (unit !== unitOf(low) || high['comparator'] !== undefined || low['comparator'] !== undefined) return null;
  const words = `${high['value']}/${low['value']}${unit === null ? '' : `\u00a0${unit}`}`;
  return { words, rest: objectsOf(parts).filter((part) => part !== above && part !== below) };
}
