import type { BookingPage, FoundSlot } from '@okaeri/contracts';
import { pairsFor } from '../book/pairs';
import { askedFor, firstAsked, inOrder, queryOf, startOf } from './values';

const name = { display: 'Mori Yuki', bare: 'Mori Yuki', original: null, originalLang: 'ja' };
const interpreter = (personId: string, languages: string[]) => ({ personId, name, languages, fits: true });
const page = {
  episodeId: 'episode',
  patient: { personId: 'emily', name, place: 'Toronto', language: 'en' },
  interpreters: [
    interpreter('mori', ['ja-JP', 'en-CA']),
    interpreter('abe', ['ja', 'en', 'fr']),
    interpreter('hoa', ['ja', 'vi']),
  ],
  defaults: { physicianId: 'sato', interpreterId: 'mori', minutes: 30, from: '2026-11-25' },
} as unknown as BookingPage;
const wanted = startOf(page);

describe('what a time is looked for with', () => {
  it('begins with the usual interpreter’s two languages, whoever then has time', () => {
    expect(wanted).toEqual({
      ...{ physicianId: 'sato', interpreter: 'ja en', minutes: '30', from: '2026-11-25', things: '' },
    });
    expect(pairsFor(page)).toEqual([
      { languages: ['ja', 'en'], personIds: ['mori', 'abe'] },
      { languages: ['fr', 'en'], personIds: ['abe'] },
    ]);
  });

  it('asks all of a pair, one person alone, or nobody', () => {
    expect(askedFor(page, wanted)?.personIds).toEqual(['mori', 'abe']);
    expect(askedFor(page, { ...wanted, interpreter: 'abe' })).toEqual({ languages: ['ja', 'en'], personIds: ['abe'] });
    // Nothing is known of her and the patient's language: she is asked all the same.
    expect(askedFor(page, { ...wanted, interpreter: 'hoa' })).toEqual({ languages: ['ja', 'en'], personIds: ['hoa'] });
    expect(askedFor(page, { ...wanted, interpreter: '' })).toBeNull();
  });

  it('leaves the time that is held out of its own way', () => {
    expect(queryOf(page, wanted, null)).not.toHaveProperty('visitId');
    expect(queryOf(page, wanted, 'held')).toMatchObject({
      ...{ visitId: 'held', personIds: ['emily', 'sato'], minutes: 30 },
      interpreter: { languages: ['ja', 'en'], personIds: ['mori', 'abe'] },
    });
  });

  it('is for who is in the visit that is moved, and one of those who are asked for it', () => {
    const suits = {
      personIds: ['emily', 'chen'],
      thingIds: ['room'],
      interpreter: { languages: ['ja', 'en'], personIds: ['abe'] },
    };
    const moving = { ...page, move: { visitId: 'visit', minutes: 45, suits } } as unknown as BookingPage;
    expect(queryOf(moving, startOf(moving), 'visit')).toMatchObject({
      ...{ visitId: 'visit', personIds: ['emily', 'chen'], thingIds: ['room'], minutes: 45 },
      interpreter: suits.interpreter,
    });
  });

  it('takes up the rooms and devices that were ticked', () => {
    expect(queryOf(page, wanted, null).thingIds).toEqual([]);
    expect(queryOf(page, { ...wanted, things: 'room camera' }, null).thingIds).toEqual(['room', 'camera']);
  });

  it('asks whom the search chose first, and the others after her', () => {
    const asked = askedFor(page, wanted);
    expect(firstAsked(asked, { interpreterId: 'abe' } as FoundSlot)).toBe('abe');
    expect(firstAsked(asked, { interpreterId: 'gone' } as FoundSlot)).toBe('mori');
    expect(firstAsked(asked, undefined)).toBe('mori');
    expect(firstAsked(null, undefined)).toBeNull();
    expect(asked && inOrder(asked, 'abe')).toEqual(['abe', 'mori']);
  });
});
