import { errorCodes, locales, seatMoves, seatRoles, staffRoles, tourSteps, visitMoves } from '@okaeri/contracts';
import { isMessageKey, say } from './say';

describe('the catalogues', () => {
  it.each([
    ['every error', errorCodes.map((code) => `error.${code}`)],
    ['every role', [...seatRoles, ...staffRoles].map((role) => `role.${role}`)],
    ['every state of a visit', Object.keys(visitMoves).map((state) => `status.visit.${state}`)],
    ['every state of a seat', Object.keys(seatMoves).map((state) => `status.seat.${state}`)],
    ['every step of the tour', tourSteps.map((step) => `stage.tour.${step}`)],
  ])('have a sentence for %s of the contracts', (_what, keys) => {
    expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
  });

  it.each(locales)('say in %s when the door opens by the number they are given', (locale) => {
    for (const key of ['home.next.getReadyHint', 'visit.early.body'] as const) {
      expect(say(locale, key, { minutes: 45 })).toMatch(/^\D*45\D*$/);
    }
  });

  it('count as each language counts', () => {
    const key = 'today.waiting.title';
    expect(say('en', key, { count: 1 })).toMatch(/^1 person is/);
    expect(say('en', key, { count: 2 })).toMatch(/^2 people are/);
    expect(say('fr', key, { count: 1 })).toMatch(/^1 personne vous attend$/);
    expect(say('fr', key, { count: 1_000_000 })).toMatch(/de personnes/);
    expect(say('ja', key, { count: 3 })).toBe('3名がお待ちです');
  });
});
