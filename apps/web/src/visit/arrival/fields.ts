import type { Arrival } from '@okaeri/contracts';

/** What the form holds while it is filled in. */
export interface ArrivalDraft {
  itsMe: boolean;
  place: string;
  country: string;
  callbackNumber: string;
}

export type ArrivalField = keyof ArrivalDraft;
export type ArrivalMistakes = Partial<Record<ArrivalField, 'empty' | 'tooLong' | 'notANumber'>>;

// The same rules as the contract's schema, which would bring a validator of 60 kB into a phone's first page. The spec
// holds the two together.
const number = /^\+?[0-9][0-9 ()-]{5,20}$/;

/** Full-width digits and the dashes that Japanese and Vietnamese keyboards write become plain ones. */
export function plainNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\u30fc]/g, '-')
    .replace(/[.\u00b7]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export function mistakesOf(draft: ArrivalDraft): ArrivalMistakes {
  const mistakes: ArrivalMistakes = {};
  const place = draft.place.trim();
  if (!draft.itsMe) mistakes.itsMe = 'empty';
  if (place.length < 2) mistakes.place = 'empty';
  else if (place.length > 200) mistakes.place = 'tooLong';
  if (!/^[A-Z]{2}$/.test(draft.country)) mistakes.country = 'empty';
  const typed = plainNumber(draft.callbackNumber);
  if (!typed) mistakes.callbackNumber = 'empty';
  else if (!number.test(typed)) mistakes.callbackNumber = 'notANumber';
  return mistakes;
}

/** What is sent; only for a draft without mistakes. */
export function arrivalOf(draft: ArrivalDraft): Arrival {
  return {
    identityConfirmed: true,
    place: draft.place.trim(),
    country: draft.country,
    callbackNumber: plainNumber(draft.callbackNumber),
  };
}
