import { schemaVersion } from '@okaeri/platform';
import { migrations } from './migrations';

const names = migrations.map(({ name }) => name);
const time = (name: string) => Number(/\d{13}$/.exec(name)?.[0]);

describe('the list of migrations', () => {
  it('is in the order of time, without two at once', () => {
    const times = names.map(time);
    expect(times.every((each, index) => each > (times[index - 1] ?? 0))).toBe(true);
  });

  it('says in the past tense what became true', () => {
    for (const name of names) expect(name).toMatch(/^[A-Z][A-Za-z]+(ed|Split|Set|Made|Kept)\d{13}$/);
  });

  it('ends with the version that the processes wait for', () => {
    expect(names.at(-1)).toBe(schemaVersion);
  });
});
