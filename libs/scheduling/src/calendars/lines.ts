/** One property of an iCalendar file (RFC 5545). */
export interface ContentLine {
  name: string;
  params: ReadonlyMap<string, string>;
  value: string;
}

const [tab, newline, carriage, blank] = [9, 10, 13, 32];
/** Of one property so much is read; what is longer is a picture, or meant to be too much. */
const longest = 10_000;

/**
 * The properties of a file, however its lines end, wherever they are folded (also in the middle of a letter), behind a
 * byte order mark or as UTF-16. What is no property, such as a sentence that was wrapped without a fold, is passed over.
 */
export function* contentLines(file: Buffer): Generator<ContentLine> {
  for (const line of unfolded(plain(file))) {
    const read = lineOf(line);
    if (read) yield read;
  }
}

function plain(file: Buffer): Buffer {
  if (file[0] === 0xff && file[1] === 0xfe) return Buffer.from(file.subarray(2).toString('utf16le'));
  if (file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf) return file.subarray(3);
  return file;
}

/** Folds are taken out of the bytes, for one may stand between two bytes of a letter. */
function* unfolded(file: Buffer): Generator<string> {
  const end = file.includes(newline) ? newline : carriage;
  let held: Buffer[] = [];
  let length = 0;
  for (let at = 0; at < file.length;) {
    const found = file.indexOf(end, at);
    const next = found === -1 ? file.length : found;
    const last = next > at && file[next - 1] === carriage ? next - 1 : next;
    const goesOn = held.length > 0 && (file[at] === blank || file[at] === tab);
    if (!goesOn && held.length > 0) {
      yield Buffer.concat(held).toString('utf8');
      [held, length] = [[], 0];
    }
    const from = goesOn ? at + 1 : at;
    const to = Math.min(last, from + longest - length);
    if (from < to) {
      held.push(file.subarray(from, to));
      length += to - from;
    }
    at = next + 1;
  }
  if (held.length > 0) yield Buffer.concat(held).toString('utf8');
}

// One class a loop: nothing goes back twice over a line that somebody made long on purpose.
const shape = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^":;])*)*):(.*)$/s;

function lineOf(line: string): ContentLine | null {
  const [, name, rest, value] = shape.exec(line) ?? [];
  if (name === undefined || value === undefined) return null;
  const params = [...(rest ?? '').matchAll(/;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";])*)/g)];
  return {
    name: name.toUpperCase(),
    params: new Map(params.map(([, key = '', given = '']) => [key.toUpperCase(), given.replaceAll('"', '').trim()])),
    value: value.trim(),
  };
}
