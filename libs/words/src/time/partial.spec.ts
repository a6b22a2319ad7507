import { locales } from '@okaeri/contracts';
import { partialDay, partialWords } from './partial';

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;

describe('dates as far as they are known', () => {
  it.each([
    ['2010', ['2010', '2010年', '2010', '2010', '2010年', '2010년']],
    ['2010-03', ['March 2010', '2010年3月', '3/2010', 'mars 2010', '2010年3月', '2010년 3월']],
    ['2010-03-14', ['14 March 2010', '2010年3月14日', '14/3/2010', '14 mars 2010', '2010年3月14日', '2010년 3월 14일']],
  ])('tells %s in each language', (text, words) => {
    expect(locales.map((locale) => plain(partialWords(text, locale)))).toEqual(words);
  });

  it('tells the day of a time as it was written, and nothing of what is none', () => {
    expect(partialWords('2010-03-14T23:30:00-08:00', 'ja')).toBe('2010年3月14日');
    for (const text of ['', 'yesterday', '2010-02-30', '2010-13', '20100314'])
      expect(partialWords(text, 'en')).toBeNull();
  });

  it('has a place on a line', () => {
    expect(['1970-01-01', '1970-02', '1971', '2026-11-23T23:30:00-08:00', 'soon'].map(partialDay)).toEqual([
      0,
      31,
      365,
      20_780,
      null,
    ]);
  });
});
