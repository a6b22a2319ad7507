import { duck, gainFor, hearingOf, planOf, underPartner } from './hearing';
import { firstSound } from './sound';
import type { SoundInterpreter, SoundSeat, SoundState } from './sound';

const seat = (seatId: string, role: SoundSeat['role'], language: string, more: Partial<SoundSeat> = {}): SoundSeat => ({
  ...{ seatId, role, language, interprets: null, here: true, removed: false, beside: null },
  ...more,
});
const linh = seat('linh', 'patient', 'vi');
const sato = seat('sato', 'physician', 'ja');
const tanaka = seat('tanaka', 'coordinator', 'en');
const hoa = seat('hoa', 'interpreter', 'vi', { interprets: ['vi', 'ja'] });
const partner = seat('partner', 'interpreter', 'ja', { interprets: ['ja', 'vi'] });
const room = [linh, sato, hoa];

const at = (seatId: string, pair: [string, string], to: string | null, more: Partial<SoundInterpreter> = {}) => ({
  ...{ seatId, pair, to, relay: null, offered: null, since: null },
  ...more,
});
const simultaneous = (...interpreters: SoundInterpreter[]): SoundState => ({
  ...firstSound,
  mode: 'simultaneous',
  interpreters,
});
const heard = (sound: SoundState, seats: readonly SoundSeat[], me: SoundSeat) =>
  Object.fromEntries(hearingOf(sound, seats, me).map(({ seatId, gain }) => [seatId, gain]));

describe('who hears what', () => {
  it('is everybody, where one speaks after the other', () => {
    const sound = { ...simultaneous(at('hoa', ['vi', 'ja'], 'vi')), mode: 'consecutive' as const };
    expect(heard(sound, room, linh)).toEqual({ sato: 1, hoa: 1 });
    expect(heard(sound, room, hoa)).toEqual({ linh: 1, sato: 1 });
  });

  it('is the floor under the interpreter for who needs it, and the floor alone for who does not', () => {
    const sound = simultaneous(at('hoa', ['vi', 'ja'], 'vi'));
    const helper = seat('helper', 'guest', 'vi-VN');
    const all = [...room, helper, tanaka];
    expect(heard(sound, all, linh)).toEqual({ sato: duck, helper: 1, tanaka: 1, hoa: 1 });
    expect(heard(sound, all, sato)).toEqual({ linh: 1, helper: 1, tanaka: 1 });
  });

  it('moves the duck with the direction', () => {
    const sound = simultaneous(at('hoa', ['vi', 'ja'], 'ja'));
    expect(heard(sound, room, linh)).toEqual({ sato: 1 });
    expect(heard(sound, room, sato)).toEqual({ linh: duck, hoa: 1 });
  });

  it('is the room as it is for who wants that', () => {
    const sound = { ...simultaneous(at('hoa', ['vi', 'ja'], 'vi')), hears: { linh: 'floor' } };
    expect(heard(sound, room, linh)).toEqual({ sato: 1 });
  });

  it('goes by what is chosen, and by what is spoken', () => {
    const sound = { ...simultaneous(at('hoa', ['vi', 'ja'], 'vi')), hears: { sato: 'vi' }, speaks: { linh: 'ja' } };
    expect(heard(sound, room, sato)).toEqual({ linh: duck, hoa: 1 });
  });

  it('is the floor while nobody makes the language', () => {
    const sound = { ...simultaneous(at('hoa', ['vi', 'ja'], 'vi')), hears: { sato: 'ko' } };
    expect(heard(sound, room, sato)).toEqual({ linh: 1 });
  });

  it('reaches over two interpreters, each of whom hears only what she interprets', () => {
    const mori = seat('mori', 'interpreter', 'ja', { interprets: ['en', 'ja'] });
    const first = { ...hoa, interprets: ['vi', 'en'] as const };
    const all = [linh, sato, first, mori];
    const sound = simultaneous(at('hoa', ['vi', 'en'], 'en'), at('mori', ['en', 'ja'], 'ja', { relay: 'en' }));
    expect(heard(sound, all, mori)).toEqual({ sato: 1, hoa: 1 });
    expect(heard(sound, all, sato)).toEqual({ linh: duck, mori: 1 });
    expect(heard(sound, all, first)).toEqual({ linh: 1 });
  });

  it('is the floor again when the interpreter is not there', () => {
    const sound = simultaneous(at('hoa', ['vi', 'ja'], 'vi'));
    expect(heard(sound, [linh, sato, { ...hoa, here: false }], linh)).toEqual({ sato: 1, hoa: 1 });
  });

  it('leaves who stands by on nobody’s floor, with her partner in her ear', () => {
    const sound = simultaneous(at('hoa', ['vi', 'ja'], 'vi'));
    const all = [...room, partner];
    expect(heard(sound, all, partner)).toEqual({ linh: 1, sato: 1, hoa: underPartner });
    for (const one of [linh, sato, hoa]) expect(heard(sound, all, one)).not.toHaveProperty('partner');
  });

  it('is nothing for who sits beside, and nobody hears her microphone', () => {
    const beside = seat('son', 'guest', 'vi', { beside: 'linh' });
    const all = [...room, beside];
    expect(heard(firstSound, all, beside)).toEqual({});
    expect(heard(firstSound, all, sato)).toEqual({ linh: 1, hoa: 1 });
  });

  it('is nothing from and to who was shown out', () => {
    const out = { ...linh, removed: true };
    expect(heard(firstSound, [out, sato], out)).toEqual({});
    expect(heard(firstSound, [out, sato], sato)).toEqual({});
  });
});

describe('how loud', () => {
  const sound = simultaneous(at('hoa', ['vi', 'ja'], 'vi'));
  it.each([
    ['a live voice', true, duck],
    ['a voice that is muted or late', false, 1],
  ])('the floor is under %s', (_, live, gain) => {
    expect(gainFor(sound, room, linh, 'sato', () => live)).toBe(gain);
  });
  it('what is not heard is silent', () => {
    expect(gainFor(sound, room, sato, 'hoa', () => true)).toBe(0);
  });
});

it('the plan names the same for everybody, in one order', () => {
  expect(planOf(simultaneous(at('hoa', ['vi', 'ja'], 'vi')), room, 7, 200)).toEqual({
    version: 7,
    lingerMs: 200,
    hears: { linh: ['hoa', 'sato'], sato: ['linh'], hoa: ['linh', 'sato'] },
  });
});
