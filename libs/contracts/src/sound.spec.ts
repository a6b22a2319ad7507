import fc from 'fast-check';
import { OkaeriError } from './errors';
import { sameLanguage } from './languages';
import { firstSound, soundAfter, soundState } from './sound';
import type { SoundAct, SoundSeat, SoundState } from './sound';

const id = (n: number) => `4c5d6e7f-8091-4a2b-9c3d-4e5f6071820${n}`;
const now = '2026-11-22T00:00:00Z';
const seat = (n: number, role: SoundSeat['role'], language: string, interprets: SoundSeat['interprets'] = null) => ({
  ...{ seatId: id(n), role, language, interprets, here: true, removed: false, beside: null },
});
const patient = seat(0, 'patient', 'vi');
const host = seat(1, 'physician', 'ja');
const hoa = seat(2, 'interpreter', 'vi', ['vi', 'ja']);
const mori = seat(3, 'interpreter', 'ja', ['ja', 'vi']);
const guest = seat(4, 'guest', 'en');
const seats: SoundSeat[] = [patient, host, hoa, mori, guest];

const act = (state: SoundState, by: SoundSeat, what: SoundAct, among = seats) =>
  soundAfter(state, what, { by, seats: among, now });
const run = (...steps: [SoundSeat, SoundAct][]) =>
  steps.reduce((state, [by, what]) => act(state, by, what), firstSound);
const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof OkaeriError ? error.code : String(error);
  }
  return 'none';
};
const working = run([hoa, { act: 'set', to: 'vi' }]);
const entry = ({ interpreters }: SoundState, { seatId }: SoundSeat) =>
  interpreters.find((one) => one.seatId === seatId);
const away = (gone: SoundSeat) => seats.map((one) => (one === gone ? { ...one, here: false } : one));

describe('the sound of a visit', () => {
  it('has its mode from the host and from interpreters', () => {
    for (const by of [host, hoa])
      expect(act(firstSound, by, { act: 'mode', mode: 'simultaneous' }).mode).toBe('simultaneous');
    expect(refusal(() => act(firstSound, patient, { act: 'mode', mode: 'simultaneous' }))).toBe('not_found');
  });

  it('lets each choose what she hears, also what nobody makes', () => {
    const chosen = run([patient, { act: 'hear', language: 'ko' }]);
    expect(chosen.hears).toEqual({ [patient.seatId]: 'ko' });
    expect(act(chosen, patient, { act: 'hear', language: null }).hears).toEqual({});
  });

  it('lets each say what she speaks, an interpreter within her pair', () => {
    expect(run([patient, { act: 'speak', language: 'en' }]).speaks).toEqual({ [patient.seatId]: 'en' });
    expect(refusal(() => act(firstSound, hoa, { act: 'speak', language: 'en' }))).toBe('language_not_given');
  });

  it('makes interpreters of whom the host appoints', () => {
    const pair = ['en', 'vi'] as const;
    const appointed = run([host, { act: 'appoint', seatId: guest.seatId, pair }]);
    expect(entry(appointed, guest)).toMatchObject({ pair, to: null });
    expect(act(appointed, host, { act: 'appoint', seatId: guest.seatId, pair: null }).interpreters).toEqual([]);
    expect(refusal(() => run([hoa, { act: 'appoint', seatId: guest.seatId, pair }]))).toBe('not_found');
    for (const seatId of [id(9), patient.seatId, host.seatId]) {
      expect(refusal(() => run([host, { act: 'appoint', seatId, pair }]))).toBe('not_found');
    }
    expect(refusal(() => run([host, { act: 'appoint', seatId: guest.seatId, pair: ['en', 'en-CA'] }]))).toBe(
      'message_malformed',
    );
  });

  it('has one interpreter a language, unless she is not here', () => {
    expect(entry(working, hoa)).toMatchObject({ to: 'vi', pair: ['vi', 'ja'], since: now });
    expect(refusal(() => act(working, mori, { act: 'set', to: 'vi' }))).toBe('channel_taken');
    expect(refusal(() => act(working, mori, { act: 'set', to: 'en' }))).toBe('language_not_given');
    expect(refusal(() => act(working, guest, { act: 'set', to: 'en' }))).toBe('not_interpreter');
    const taken = act(working, mori, { act: 'set', to: 'vi' }, away(hoa));
    expect([entry(taken, hoa)?.to, entry(taken, mori)?.to]).toEqual([null, 'vi']);
  });

  it('lets her listen to a relay for what she does not know', () => {
    expect(entry(act(working, hoa, { act: 'relay', via: 'ja' }), hoa)?.relay).toBe('ja');
    expect(refusal(() => act(working, hoa, { act: 'relay', via: 'en' }))).toBe('language_not_given');
  });

  it('is handed over to whom it was offered', () => {
    expect(refusal(() => act(working, mori, { act: 'take' }))).toBe('channel_taken');
    expect(refusal(() => act(working, hoa, { act: 'offer', seatId: guest.seatId }))).toBe('not_interpreter');
    expect(refusal(() => act(working, mori, { act: 'offer', seatId: hoa.seatId }))).toBe('not_interpreter');
    const relayed = act(working, hoa, { act: 'relay', via: 'ja' });
    const offered = act(relayed, hoa, { act: 'offer', seatId: mori.seatId });
    const taken = act(offered, mori, { act: 'take' });
    expect(entry(taken, hoa)).toMatchObject({ to: null, offered: null });
    expect(entry(taken, mori)).toMatchObject({ to: 'vi', relay: 'ja' });
  });

  it('is taken over from who is not here', () => {
    expect(entry(act(working, mori, { act: 'take' }, away(hoa)), mori)?.to).toBe('vi');
  });

  it('frees the channel of who has gone', () => {
    expect(entry(act(working, hoa, { act: 'gone' }), hoa)).toMatchObject({ to: null, offered: null });
    expect(act(working, patient, { act: 'gone' })).toBe(working);
  });
});

const languages = fc.constantFrom('vi', 'ja', 'en', 'ja-JP');
const someone = fc.constantFrom(...seats.map(({ seatId }) => seatId));
const acts: fc.Arbitrary<SoundAct> = fc.oneof(
  fc.record({
    act: fc.constant('mode' as const),
    mode: fc.constantFrom('consecutive' as const, 'simultaneous' as const),
  }),
  fc.record({ act: fc.constant('hear' as const), language: fc.option(languages) }),
  fc.record({ act: fc.constant('speak' as const), language: languages }),
  fc.record({ act: fc.constant('appoint' as const), seatId: someone, pair: fc.option(fc.tuple(languages, languages)) }),
  fc.record({ act: fc.constant('set' as const), to: fc.option(languages) }),
  fc.record({ act: fc.constant('relay' as const), via: fc.option(languages) }),
  fc.record({ act: fc.constant('offer' as const), seatId: fc.option(someone) }),
  fc.record({ act: fc.constantFrom('take' as const, 'gone' as const) }),
);

it('has at most one interpreter a language, each within her pair, whatever is done', () => {
  const step = fc.tuple(fc.nat(seats.length - 1), acts, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (sequence) => {
      let state = firstSound;
      for (const [who, what, here] of sequence) {
        const among = seats.map((one, n) => ({ ...one, here: here[n] ?? true }));
        const by = seats[who] ?? patient;
        let next = state;
        try {
          next = soundAfter(state, what, { by, seats: among, now });
        } catch (error) {
          if (!(error instanceof OkaeriError)) throw error;
        }
        // Plain comparisons: an assertion of its own for each of a million would take a minute.
        const changed = JSON.stringify({ ...next, version: 0 }) !== JSON.stringify({ ...state, version: 0 });
        if (next.version - state.version !== (changed ? 1 : 0)) return false;
        const tos = next.interpreters.flatMap(({ to, pair }) => (to === null ? [] : [{ to, pair }]));
        const given = ({ to, pair }: (typeof tos)[number]) => pair.some((one) => sameLanguage(one, to));
        const alone = ({ to }: (typeof tos)[number]) => tos.filter((other) => sameLanguage(other.to, to)).length === 1;
        if (!tos.every((one) => given(one) && alone(one))) return false;
        state = next;
      }
      return soundState.safeParse(state).success;
    }),
    { numRuns: 10_000 },
  );
}, 60_000);
