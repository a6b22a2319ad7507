import { catalogues } from './catalogues';
import { WordsError, isMessageKey, say } from './say';
import type { MessageKey } from './catalogues';

describe('say', () => {
  it('says a sentence in the language asked for', () => {
    expect(say('en', 'time.day.today', { date: 'Monday' })).toBe('Today, Monday');
    expect(say('ja', 'time.day.today', { date: '月曜日' })).toBe('今日 月曜日');
  });

  it('ends a sentence once where a name or an hour brings its own full stop', () => {
    const said = (initials: string) => say('en', 'mail.visit.with.physician', { initials });
    expect(said('T.\u00a0H.')).toBe('This is about a visit with your patient T.\u00a0H.');
    expect(said('T.\u00a0H')).toBe('This is about a visit with your patient T.\u00a0H.');
    expect(say('fr', 'mail.visit.with.patient', { physician: 'Dre Roy', institution: 'Soins Inc.' })).toBe(
      'Ce courriel concerne votre rendez-vous avec Dre Roy, Soins Inc.',
    );
    expect(say('en', 'name.addressed', { role: 'patient', name: 'T. H.' })).toBe('T. H.');
    expect(say('en', 'file.removed', { name: 'a..b' })).toBe('a..b was removed.');
    expect(say('en', 'file.removed', { name: 'scan.' })).toBe('scan. was removed.');
  });

  it('throws in tests for a key that is missing', () => {
    expect(() => say('fr', 'no.such.key' as MessageKey)).toThrow(WordsError);
  });

  it('throws in tests for a value that is missing', () => {
    expect(() => say('vi', 'time.day.today')).toThrow(/time\.day\.today.*"vi"/);
  });

  it('tells keys from other strings', () => {
    expect(isMessageKey('time.day.today')).toBe(true);
    expect(isMessageKey('toString')).toBe(false);
  });

  it('has catalogues of nothing but sentences', () => {
    for (const catalogue of Object.values(catalogues)) {
      expect(Object.values(catalogue).every((message) => typeof message === 'string')).toBe(true);
    }
  });
});
