import { arrival } from '@okaeri/contracts';
import fc from 'fast-check';
import { arrivalOf, mistakesOf, plainNumber } from './fields';
import type { ArrivalDraft } from './fields';

const draft: ArrivalDraft = {
  itsMe: true,
  place: '48 Balsam Ave, Toronto',
  country: 'CA',
  callbackNumber: '+1 416 555 0134',
};

describe('the arrival form', () => {
  it('takes what a person writes', () => {
    expect(mistakesOf(draft)).toEqual({});
    expect(arrivalOf({ ...draft, place: '  48 Balsam Ave ' })).toEqual({
      identityConfirmed: true,
      place: '48 Balsam Ave',
      country: 'CA',
      callbackNumber: '+1 416 555 0134',
    });
  });

  it('says at each field what is missing', () => {
    expect(mistakesOf({ itsMe: false, place: ' ', country: '', callbackNumber: '' })).toEqual({
      itsMe: 'empty',
      place: 'empty',
      country: 'empty',
      callbackNumber: 'empty',
    });
    expect(mistakesOf({ ...draft, callbackNumber: 'ask my son' })).toEqual({ callbackNumber: 'notANumber' });
    expect(mistakesOf({ ...draft, place: 'x'.repeat(201) })).toEqual({ place: 'tooLong' });
  });

  it('reads numbers from every keyboard', () => {
    expect(plainNumber('０９０ー１２３４ー５６７８')).toBe('090-1234-5678');
    expect(plainNumber('090.123.4567')).toBe('090 123 4567');
  });

  it('lets nothing through that the contract refuses', () => {
    const anything = fc.record({
      itsMe: fc.constant(true),
      place: fc.string({ maxLength: 220 }),
      country: fc.constantFrom('CA', 'JP', 'vn', ''),
      callbackNumber: fc.oneof(fc.string(), fc.stringMatching(/^\+?[0-9 ().-]{4,24}$/)),
    });
    fc.assert(
      fc.property(anything, (some) => {
        if (Object.keys(mistakesOf(some)).length > 0) return;
        expect(arrival.safeParse(arrivalOf(some)).success).toBe(true);
      }),
    );
  });
});
