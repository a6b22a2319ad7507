import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { objectOf, objectsOf, textOf } from '@okaeri/chart';
import type { Json, Kept } from '@okaeri/chart';
import { judgedRecord } from '../../../../test/support/judged-record';
import { readSections } from './read-record';

/** Files of other systems lie beside the project, and only there. */
const folder = [resolve('../shared/data/ips'), resolve('../../shared/data/ips')].find((path) => existsSync(path));
const files = folder
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
  : [];

/** What says how a thing is filed, and not what it is. */
const filing = new Set([
  ...['id', 'meta', 'identifier', 'text', 'extension', 'contained', 'language', 'security', 'coding', 'linkId'],
  ...[
    'category',
    'clinicalStatus',
    'verificationStatus',
    'scope',
    'confidentiality',
    'timing',
    'maritalStatus',
    'event',
  ],
]);
const told = new Set([
  ...['description', 'title', 'conclusion', 'summary', 'comment', 'valueString', 'lotNumber', 'patientInstruction'],
  ...['serialNumber', 'modelNumber'],
]);

interface Fact {
  place: string;
  words: string;
}

/** What a resource says in words and numbers, wherever in it: each of them somebody wrote down for somebody to read. */
function factsOf(value: unknown, place: string): Fact[] {
  if (Array.isArray(value)) return value.flatMap((each) => factsOf(each, place));
  const members = objectOf(value);
  if (!members || 'reference' in members) return [];
  const own = ownFact(members, place);
  if (own) return [own];
  return Object.entries(members).flatMap(([name, each]) => {
    if (filing.has(name) && !(name === 'text' && /note|dosage|Instruction/.test(place))) return [];
    const at = `${place}.${name}`;
    if (typeof each === 'string') return told.has(name) || name === 'text' ? [{ place: at, words: each }] : [];
    return factsOf(each, at);
  });
}

/** Of a concept what it is called, of a quantity its number. */
function ownFact(members: Json, place: string): Fact | null {
  if (typeof members['value'] === 'number') return { place, words: String(members['value']) };
  const isConcept =
    'coding' in members || Object.keys(members).every((name) => name === 'text' || name === 'extension');
  if (!isConcept || place.endsWith('note')) return null;
  const words =
    textOf(members['text']) ?? objectsOf(members['coding']).flatMap(({ display }) => textOf(display) ?? [])[0];
  return words ? { place, words } : null;
}

const plain = (words: string) => words.replace(/\s+/g, ' ').toLowerCase().trim();

function sharesOf(name: string): { all: number; missed: Fact[] } {
  const { record } = judgedRecord(readFileSync(join(folder ?? '', name)));
  const lines = readSections(record, 'en').flatMap((section) => section.lines);
  // What has no line of its own, as a medicine that a prescription names, is read in the lines of others.
  const seenOf = ({ id }: Kept) => {
    const own = lines.filter(({ lineId }) => lineId === id);
    const read = (own.length > 0 ? own : lines).flatMap(({ title, said, when, attachments }) => [
      ...[title, ...said, when ?? ''],
      ...attachments.map((each) => each.title ?? ''),
    ]);
    return plain(read.join('\n'));
  };
  const facts = record
    .filter(({ body }) => body.resourceType !== 'Composition')
    .map((kept) => ({ seen: seenOf(kept), facts: factsOf(kept.body, kept.body.resourceType) }));
  const missed = facts.flatMap((each) => each.facts.filter(({ words }) => !each.seen.includes(plain(words))));
  return { all: facts.reduce((sum, each) => sum + each.facts.length, 0), missed };
}

describe('what real records say', () => {
  it('is read out nearly whole', () => {
    let [all, missed] = [0, 0];
    for (const name of files) {
      const found = sharesOf(name);
      const places = new Map<string, number>();
      for (const { place } of found.missed) places.set(place, (places.get(place) ?? 0) + 1);
      const words = [...places].toSorted(([, a], [, b]) => b - a).map(([place, count]) => `${place} ${count}`);
      process.stdout.write(
        `${name}: ${found.all - found.missed.length} of ${found.all} are read out${words.length ? `; not: ${words.join(', ')}` : ''}\n`,
      );
      all += found.all;
      missed += found.missed.length;
    }
    if (folder) expect((all - missed) / all).toBeGreaterThanOrEqual(0.89);
  });
});
