import { countryRules, rulesAbroad } from './rules';

const ids = (held: string[], readIn: string, on = '2026-11-23') =>
  rulesAbroad({ held, readIn, on }).map(({ id }) => id);

describe('the rules of countries', () => {
  it('are those of where a record is held, once it is read elsewhere', () => {
    expect(ids(['JP'], 'CA')).toEqual(['jpAppi28']);
    expect(ids(['JP', 'VN'], 'CA')).toEqual(['jpAppi28', 'vnLaw91']);
    expect(ids(['JP', 'VN'], 'JP')).toEqual(['vnLaw91']);
    expect(ids(['JP'], 'JP')).toEqual([]);
    expect(ids(['CA'], 'JP')).toEqual([]);
  });

  it.each([
    ['2022-03-31', []],
    ['2022-04-01', ['jpAppi28']],
    ['2023-06-30', ['jpAppi28']],
    ['2023-07-01', ['jpAppi28', 'vnDecree13']],
    ['2025-12-31', ['jpAppi28', 'vnDecree13']],
    ['2026-01-01', ['jpAppi28', 'vnLaw91']],
  ])('are those of the day: %s', (on, expected) => {
    expect(ids(['JP', 'VN'], 'US', on)).toEqual(expected);
  });

  it('say where they come from, and end after they begin', () => {
    for (const { source, from, until, country } of countryRules) {
      expect(source.length).toBeGreaterThan(10);
      expect(country).toMatch(/^[A-Z]{2}$/);
      expect(until === null || from < until).toBe(true);
    }
  });
});
