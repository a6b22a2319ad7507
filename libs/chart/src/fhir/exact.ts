import { randomBytes } from 'node:crypto';
import { objectOf } from './json';
import type { Json } from './json';

/** A number that JavaScript would write in another way, "1.50" or "10e3", as it came. FHIR tells how exact it is by that. */
interface RawJson {
  readonly rawJSON: string;
}
const json = JSON as unknown as {
  rawJSON(text: string): RawJson;
  isRawJSON(value: unknown): value is RawJson;
};

/** Longer ones are no measure of anything, and PostgreSQL would stop at some of them. */
const longestNumber = 40;
const largestExponent = 300;

export class NumberUnreadable extends Error {
  override readonly name = 'NumberUnreadable';
}

/** Drawn anew in each process: no text that is brought can begin with it on purpose. */
const mark = randomBytes(16).toString('hex');
/** As JSON has them; what is none is left to the parser to stumble over. */
const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const numberFrom = /-?\d[-+.\deE]*/y;
const namesMember = /\s*:/y;

/**
 * Parsed with every number as it was written; `NumberUnreadable` for one that nobody can hold. Such numbers become marked texts before and
 * raw numbers afterwards: to be asked about each value, the parser takes ten times as long.
 */
export function parseExact(text: string): unknown {
  const marked = markNumbers(text);
  const parsed: unknown = JSON.parse(marked);
  return marked === text ? parsed : unmarked(parsed);
}

/**
 * The same beside what JavaScript makes of it, which is what can be reckoned with. Where no number would be written in another way, both are
 * one and the same thing.
 */
export function parseBoth(text: string): { plain: unknown; exact: unknown } {
  const plain: unknown = JSON.parse(text);
  const marked = markNumbers(text);
  return { plain, exact: marked === text ? plain : unmarked(JSON.parse(marked)) };
}

function markNumbers(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const first = text.charCodeAt(at);
    if (first === 0x22) {
      at = endOfText(text, at);
    } else if (first === 0x2d || (first >= 0x30 && first <= 0x39)) {
      numberFrom.lastIndex = at;
      const found = numberFrom.exec(text)?.[0] ?? '-';
      namesMember.lastIndex = at + found.length;
      if (String(Number(found)) !== found && isNumber.test(found) && !namesMember.test(text)) {
        refuseUnreadable(found);
        pieces.push(text.slice(from, at), `"${mark}${found}"`);
        from = at + found.length;
      }
      at += found.length;
    } else {
      at += 1;
    }
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(from);
}

/** Behind the closing mark of a text; where there is none, behind everything. */
function endOfText(text: string, begin: number): number {
  for (let end = text.indexOf('"', begin + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === 0x5c) before -= 1;
    if ((end - before) % 2 === 1) return end + 1;
  }
  return text.length;
}

function refuseUnreadable(number: string): void {
  const exponent = /e([+-]?\d+)$/i.exec(number)?.[1] ?? '0';
  if (number.length > longestNumber || Math.abs(Number(exponent)) > largestExponent) throw new NumberUnreadable();
}

function unmarked(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(mark) ? json.rawJSON(value.slice(mark.length)) : value;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) (value as unknown[])[at] = unmarked(value[at]);
    return value;
  }
  const members = objectOf(value);
  if (!members) return value;
  for (const name of Object.keys(members)) {
    const member = members[name];
    if (typeof member === 'string' ? member.startsWith(mark) : typeof member === 'object')
      members[name] = unmarked(member);
  }
  return members;
}

/** One text for the same content, in whatever order its members came. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? 'null';
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  if (json.isRawJSON(value)) return value;
  const members = value as Json;
  // Numbers as names would be moved to the front, but no member of FHIR has one.
  const found: Json = {};
  for (const name of Object.keys(members).sort()) {
    // Set as it is named, "__proto__" as well.
    if (name === '__proto__') Object.defineProperty(found, name, { value: sorted(members[name]), enumerable: true });
    else found[name] = sorted(members[name]);
  }
  return found;
}

/** What PostgreSQL cannot hold in a text: the character 0, and half of one that takes two. */
const unholdable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i;

export function canBeKept(text: string): boolean {
  return !text.includes('\\u') || !unholdable.test(text);
}
