import { countryName, sortedCountries } from './countries';

describe('countries', () => {
  it('have the reader’s names', () => {
    expect(countryName('CA', 'ja-JP')).toBe('カナダ');
    expect(countryName('VN', 'vi-VN')).toBe('Việt Nam');
    expect(countryName('?', 'en-CA')).toBe('?');
  });
  it('stand in the reader’s order', () => {
    expect(sortedCountries(['VN', 'DE', 'CA'], 'en-CA').map(({ code }) => code)).toEqual(['CA', 'DE', 'VN']);
    // Allemagne, Canada
    expect(sortedCountries(['CA', 'DE'], 'fr-CA').map(({ code }) => code)).toEqual(['DE', 'CA']);
  });
});
