/*
 * Where the entries of a file lie in its bytes, found in one walk and without reading any of them: those of a Bundle, of a list, or the lines of
 * NDJSON. So a long one is never in memory as a whole, and one that is nested too deep is known before a parser runs out of stack. What is no
 * JSON is found by who reads the pieces: all of them together are all of the file.
 */

export interface Scanned {
  /** The file with nothing in its list of entries; of lines an empty list. */
  head: string;
  /** Where each entry begins, and behind it where it ends. */
  places: number[];
  /** About so many things are in all of it. */
  values: number;
}

/**
 * Of one entry, and of everything around them. A parser that is given more of either may need more memory than its thread has, and that ends
 * the whole process: it has to be known before.
 */
const most = { bytes: 16_777_216, values: 500_000 };
export const isTooMuch = (bytes: number, values: number): boolean => bytes > most.bytes || values > most.values;

/** FHIR goes some ten levels deep. */
const deepest = 100;
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openObject, closeObject, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];
const coded = /^"(?=.*\\)(?:[a-z]|\\u00[0-9a-f]{2})+"$/i;
const newLine = 0x0a;
const isBlank = (mark: number | undefined) => mark === 0x20 || mark === newLine || mark === 0x0d || mark === 0x09;

/** How deep that lies whose parts are looked for. */
const within = { lines: 0, list: 1, entries: 2 } as const;

export function scanFile(
  bytes: Buffer,
  entriesMost: number,
  shape: keyof typeof within = shapeOf(bytes),
): Scanned | 'tooDeep' | 'tooMany' | 'tooMuch' {
  const { length } = bytes;
  const inLines = shape === 'lines';
  const level = within[shape];
  const parting = inLines ? newLine : comma;
  let depth = 0;
  /** The member that comes is the list of entries. */
  let named = false;
  /** Where the list begins and ends; of two of that name the last one counts. */
  let list = { start: 0, end: 0 };
  let places: number[] = inLines ? [0] : [];
  let inList = inLines;
  /** Something has come to its end, and nothing is around it. */
  let ended = false;
  /** Until here, until the entry that comes, and of those outside of entries. */
  let [values, from, around] = [0, 0, 0];
  for (let at = 0; at < length; at += 1) {
    const mark = bytes[at];
    if (mark === quote) {
      const end = endOfText(bytes, at);
      if (depth === 1 && shape === 'entries' && isName(bytes, end)) {
        named = isEntry(bytes, at, end);
        // A list that came before stands around this one.
        if (named) [list, places, around, from] = [{ start: 0, end: 0 }, [], values, values];
      }
      at = end - 1;
    } else if (mark === openObject || mark === openList) {
      // One thing after the other with nothing around them: each has a line.
      if (depth === 0 && ended && shape === 'entries') return scanFile(bytes, entriesMost, 'lines');
      depth += 1;
      values += 1;
      if (depth > deepest) return 'tooDeep';
      if (depth === level && mark === openList && (shape === 'list' ? !ended : named)) {
        list = { start: at, end: at };
        places = [at + 1];
        around += values - from;
        from = values;
        inList = true;
      }
    } else if (mark === closeObject || mark === closeList) {
      if (depth === level && inList && !inLines && mark === closeList) {
        places.push(at);
        list.end = at + 1;
        from = values;
        inList = false;
      }
      depth -= 1;
      ended ||= depth === 0;
    } else if (mark === comma || mark === newLine) {
      if (mark === comma) values += 1;
      if (mark === comma && depth === 1) named = false;
      if (mark === parting && depth === level && inList) {
        if (at - (places.at(-1) ?? 0) > most.bytes) return 'tooMuch';
        if (inLines && isBlankFrom(bytes, places.at(-1) ?? 0, at)) places[places.length - 1] = at + 1;
        else places.push(at, at + 1);
        from = values;
        if (places.length > 2 * entriesMost + Number(inLines)) return 'tooMany';
      }
    }
    if (values - from > most.values) return 'tooMuch';
  }
  if (inLines) {
    if (isBlankFrom(bytes, places.at(-1) ?? 0, length)) places.pop();
    else places.push(length);
    list.end = length;
  }
  const lastLong = (places.at(-1) ?? 0) - (places.at(-2) ?? 0) > most.bytes;
  const aroundLong = length - (list.end - list.start) > most.bytes;
  if (lastLong || aroundLong || around + values - from > most.values) return 'tooMuch';
  // Its end is missing; whoever reads the head will stumble over it.
  if (inList && !inLines) return { head: '', places: [], values };
  const head =
    list.end === 0
      ? bytes.toString('utf8')
      : `${bytes.toString('utf8', 0, list.start)}[]${bytes.toString('utf8', list.end)}`;
  const [start = 0, end = 0] = places;
  // Between its two marks is nothing at all.
  const isEmpty = places.length <= 2 && isBlankFrom(bytes, start, end);
  return { head, places: isEmpty ? [] : places, values };
}

/** By the first thing in it. */
function shapeOf(bytes: Buffer): 'list' | 'entries' {
  let at = 0;
  while (isBlank(bytes[at])) at += 1;
  return bytes[at] === openList ? 'list' : 'entries';
}

/** Behind the closing mark of a text; where there is none, behind everything. */
function endOfText(bytes: Buffer, begin: number): number {
  const { length } = bytes;
  for (let at = begin + 1; at < length; at += 1) {
    const mark = bytes[at];
    if (mark === quote) return at + 1;
    if (mark === backslash) at += 1;
  }
  return length;
}

function isName(bytes: Buffer, end: number): boolean {
  let at = end;
  while (isBlank(bytes[at])) at += 1;
  return bytes[at] === colon;
}

function isEntry(bytes: Buffer, start: number, end: number): boolean {
  // Written with all its letters coded it has 30.
  if (end - start > 32) return false;
  const written = bytes.toString('latin1', start, end);
  return written === '"entry"' || (coded.test(written) && JSON.parse(written) === 'entry');
}

function isBlankFrom(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isBlank(bytes[at])) return false;
  return true;
}
