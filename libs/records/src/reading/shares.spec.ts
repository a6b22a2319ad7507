import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ImportId, Kept, Resource, ResourceId } from '@okaeri/chart';
import { judgeFile } from '../import/judge-file';
import { readBundle } from '../import/read-bundle';
import { readSections, shareSeen } from './read-record';

/** Files of other systems lie beside the project, and only there. */
const folder = [resolve('../shared/data/ips'), resolve('../../shared/data/ips')].find((path) => existsSync(path));
const files = folder
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
  : [];

/** Never less than this; a file that is not named here is seen whole. */
const sharesKept: Record<string, number> = {
  // Of one place it is told only in which country it is.
  'TW_Li-Hui_Lee_01-modified.json': 8 / 9,
};

function kept(name: string): { record: Kept[]; refused: number } {
  const file = readBundle(readFileSync(join(folder ?? '', name)));
  if (typeof file === 'string') throw new Error(`${name} was refused: ${file}`);
  const judged = judgeFile(file, { sha256: 'x', birthDate: null });
  const record: Kept[] = [];
  let next = judged.next();
  for (let at = 0; !next.done && next.value; at += 1) {
    const { source, understood, body } = next.value;
    record.push({
      ...{ id: String(at) as ResourceId, importId: '1' as ImportId, version: 1, source, understood },
      body: JSON.parse(body) as Resource,
    });
    next = judged.next();
  }
  const told = judged.next();
  if (!told.done) throw new Error('More came after the last.');
  return { record, refused: told.value.counts.refused };
}

describe('what a reader sees of real records', () => {
  it.each(folder ? files : ['../shared/data/ips is not there'])('%s', (name) => {
    if (!folder) return;
    const { record, refused } = kept(name);
    expect(refused).toBe(0);
    const shares = shareSeen(record, 'en');
    const all = Object.values(shares).reduce((sum, share) => sum + share.all, 0);
    const seen = Object.values(shares).reduce((sum, share) => sum + share.seen, 0);
    const types = Object.entries(shares).map(([type, share]) => `${type} ${share.seen}/${share.all}`);
    process.stdout.write(
      `${name}: ${seen} of ${all} are seen (${types.join(', ')}); ${record.filter((each) => !each.understood).length} not understood\n`,
    );
    expect(seen / all).toBeGreaterThanOrEqual(sharesKept[name] ?? 1);
    const lines = readSections(record, 'en').flatMap((section) => section.lines);
    for (const { title, said } of lines) expect([title, ...said].join('')).not.toMatch(/\[object|undefined|NaN/);
  });
});
