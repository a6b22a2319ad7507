import { objectOf } from './json';

/** A number that JavaScript would write in another way, "1.50" or "10e3", as it came. FHIR tells how exact it is by that. */
interface RawJson {
  readonly rawJSON: string;
}
const json = JSON as unknown as {
  parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
  rawJSON(text: string): RawJson;
  isRawJSON(value: unknown): value is RawJson;
};

/** Longer ones are no measure of anything, and PostgreSQL would stop at some of them. */
const longestNumber = 40;
const largestExponent = 300;

export class NumberUnreadable extends Error {
  override readonly name = 'NumberUnreadable';
}

/** Parsed with every number as it was written; `NumberUnreadable` for one that nobody can hold. */
export function parseExact(text: string): unknown {
  return json.parse(text, (_, value, { source }) => {
    if (typeof value !== 'number' || source === undefined || String(value) === source) return value;
    const exponent = /e([+-]?\d+)$/i.exec(source)?.[1] ?? '0';
    if (source.length > longestNumber || Math.abs(Number(exponent)) > largestExponent) throw new NumberUnreadable();
    return json.rawJSON(source);
  });
}

/** One text for the same content, in whatever order its members came. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? 'null';
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (json.isRawJSON(value)) return value;
  const members = objectOf(value);
  if (!members) return value;
  // Numbers as names would be moved to the front, but no member of FHIR has one.
  return Object.fromEntries(
    Object.keys(members)
      .toSorted()
      .map((name) => [name, sorted(members[name])]),
  );
}

/** What PostgreSQL cannot hold in a text: the character 0, and half of one that takes two. */
const unholdable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i;

export function canBeKept(text: string): boolean {
  return !unholdable.test(text);
}
