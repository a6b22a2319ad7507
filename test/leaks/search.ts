import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../support/canaries';
import type { Canary } from '../support/canaries';

export interface Hit {
  file: string;
  line: number;
  kind: string;
  /** How it was written there. */
  as: string;
}

export interface Search {
  files: number;
  lines: number;
  hits: Hit[];
}

const escaped = (text: string) =>
  [...text]
    .map((letter) => (letter > '~' ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter))
    .join('');
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, '');

/** The ways in which a value may stand in a log, a URL or a header. Letters are compared without regard to case. */
export function writings({ kind, value }: Canary): Map<string, string> {
  const ways: [string, string][] = [
    ['as it is', value],
    ['composed', value.normalize('NFC')],
    ['decomposed', value.normalize('NFD')],
    ['in a URL', encodeURIComponent(value)],
    ['in a form', encodeURIComponent(value).replaceAll('%20', '+')],
    ['in JSON', JSON.stringify(value).slice(1, -1)],
    ['escaped', escaped(value)],
    ['in base64', base64(value)],
    ['in base64url', Buffer.from(value, 'utf8').toString('base64url')],
  ];
  const digits = value.replace(/\D/g, '');
  if (/phone|demo/.test(kind) && digits.length >= 9) ways.push(['in digits', digits]);
  // The first way of several that look alike gives the name.
  const found = new Map<string, string>();
  for (const [way, text] of ways) if (!found.has(text.toLowerCase())) found.set(text.toLowerCase(), way);
  return found;
}

function* filesUnder(folder: string): Generator<string> {
  for (const name of readdirSync(folder).toSorted()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesUnder(path);
    else if (!isRecord(name)) yield path;
  }
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * Says whether a text holds a writing. A short number (a code of six digits) must stand alone: in the milliseconds of an
 * epoch, behind the point of a second and in an id the same digits are met by chance, once in a few runs.
 */
function finder(writing: string): (text: string) => boolean {
  if (!/^\d{1,8}$/.test(writing)) return (text) => text.includes(writing);
  const alone = new RegExp(String.raw`(?:(?<!\d|:\d\d\.)|(?<=%[0-9a-f]{2}))${writing}(?!\d)`);
  return (text) => text.includes(writing) && alone.test(text.replaceAll(uuid, ''));
}

/** Every place under a folder where one of the values stands. */
export function search(folder: string, canaries: readonly Canary[]): Search {
  const wanted = canaries.map((canary) => ({
    kind: canary.kind,
    ways: [...writings(canary)].map(([writing, as]) => ({ as, isIn: finder(writing) })),
  }));
  const result: Search = { files: 0, lines: 0, hits: [] };
  for (const file of filesUnder(folder)) {
    result.files += 1;
    const text = readFileSync(file, 'utf8').toLowerCase();
    const lines = text.split('\n');
    result.lines += lines.length - 1;
    for (const { kind, ways } of wanted) {
      for (const { as, isIn } of ways) {
        // Most values stand nowhere: the lines are looked at only where the file has one.
        if (!isIn(text)) continue;
        lines.forEach((line, at) => {
          if (isIn(line)) result.hits.push({ file, line: at + 1, kind, as });
        });
      }
    }
  }
  return result;
}
