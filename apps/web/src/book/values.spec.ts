import type { BookingPage } from '@okaeri/contracts';
import { interpretingOf, pairOf, pairOrBoth, takenUp, wallOf } from './values';

const values = {
  date: '2026-11-24',
  time: '19:00',
  zone: 'America/Toronto',
  minutes: '30',
  repeated: '',
  kind: 'visit',
  withPatient: true,
  physicianId: '',
  interpreterId: '',
  other: '',
  things: '',
  purpose: '',
  reason: '',
};

describe('a time that is being chosen', () => {
  it('is asked about once it is whole', () => {
    expect(wallOf(values)).toEqual({ date: '2026-11-24', time: '19:00', zone: 'America/Toronto', minutes: 30 });
    expect(wallOf({ ...values, time: '19:00:00' })?.time).toBe('19:00');
    expect(wallOf({ ...values, date: '' })).toBeNull();
    expect(wallOf({ ...values, time: '19' })).toBeNull();
  });

  it('says which of two hours is meant only where that was asked', () => {
    expect(wallOf({ ...values, repeated: 'later' })).toMatchObject({ repeated: 'later' });
    expect(wallOf(values)).not.toHaveProperty('repeated');
  });
});

describe('the two languages of an interpreter', () => {
  it('are the patient’s and the other of hers', () => {
    expect(pairOf(['ja', 'en'], 'en', '')).toEqual(['ja', 'en']);
    expect(pairOf(['ja-JP', 'fr-CA'], 'fr', '')).toEqual(['ja-JP', 'fr-CA']);
  });

  it('are chosen where she has several', () => {
    expect(pairOf(['ja', 'en', 'vi'], 'vi', 'en')).toEqual(['en', 'vi']);
  });

  it('are her first two where she does not speak the patient’s', () => {
    expect(pairOf(['ja', 'en'], 'ko', '')).toEqual(['ja', 'en']);
    expect(pairOf(['ja'], 'ko', '')).toBeNull();
  });

  it('are the writer’s and the patient’s where nothing is known of hers', () => {
    expect(pairOrBoth([], 'vi', '', 'ja')).toEqual(['ja', 'vi']);
    expect(pairOrBoth([], 'ja', '', 'ja')).toEqual(['en', 'ja']);
    expect(pairOrBoth(['ja', 'vi'], 'vi', '', 'en')).toEqual(['ja', 'vi']);
  });
});

describe('who interprets', () => {
  const page = {
    patient: { language: 'en' },
    interpreters: [
      { personId: 'mori', languages: ['ja', 'en'] },
      { personId: 'abe', languages: ['ja', 'en', 'fr'] },
      { personId: 'unknown', languages: [] },
    ],
  } as unknown as BookingPage;

  it('is somebody who is sure to be there, and whose time is taken up', () => {
    const chosen = { ...values, interpreterId: 'mori' };
    expect(interpretingOf(chosen, page, 'ja')).toEqual({
      interpreter: { personId: 'mori', languages: ['ja', 'en'] },
      ask: null,
    });
    expect(takenUp(chosen, page, [])).toEqual(['mori']);
    expect(interpretingOf({ ...values, interpreterId: 'unknown' }, page, 'ja').interpreter?.languages).toEqual([
      'ja',
      'en',
    ]);
  });

  it('or who of those between two languages accepts first', () => {
    const chosen = { ...values, interpreterId: 'ja en' };
    expect(interpretingOf(chosen, page, 'ja')).toEqual({
      interpreter: null,
      ask: { personIds: ['mori', 'abe'], languages: ['ja', 'en'], minutes: 240 },
    });
    expect(takenUp(chosen, page, [])).toEqual([]);
  });

  it('or nobody', () => {
    expect(interpretingOf(values, page, 'ja')).toEqual({ interpreter: null, ask: null });
  });
});
