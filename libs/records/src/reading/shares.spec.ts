import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { judgedRecord } from '../../../../test/support/judged-record';
import { readSections, shareSeen } from './read-record';

/** Files of other systems lie beside the project, and only there. */
const folder = [resolve('../shared/data/ips'), resolve('../../shared/data/ips')].find((path) => existsSync(path));
const files = folder
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
  : [];

describe('what a reader sees of real records', () => {
  it.each(folder ? files : ['../shared/data/ips is not there'])('%s', (name) => {
    if (!folder) return;
    const { record, counts } = judgedRecord(readFileSync(join(folder, name)));
    expect(counts.refused).toBe(0);
    const shares = shareSeen(record, 'en');
    const all = Object.values(shares).reduce((sum, share) => sum + share.all, 0);
    const seen = Object.values(shares).reduce((sum, share) => sum + share.seen, 0);
    const types = Object.entries(shares).map(([type, share]) => `${type} ${share.seen}/${share.all}`);
    process.stdout.write(
      `${name}: ${seen} of ${all} are seen (${types.join(', ')}); ${record.filter((each) => !each.understood).length} not understood\n`,
    );
    expect(seen).toBe(all);
    const lines = readSections(record, 'en').flatMap((section) => section.lines);
    for (const { title, said } of lines) expect([title, ...said].join('')).not.toMatch(/\[object|undefined|NaN/);
  });
});
