import type { LocalTrack } from '@okaeri/call';
import { standingOf } from './standing';

const track = (change: Partial<LocalTrack> = {}): LocalTrack => ({
  track: {} as MediaStreamTrack,
  synthetic: false,
  deviceId: 'one',
  label: 'One',
  silent: false,
  ...change,
});
const call = { phase: 'joined', connection: 'good', microphoneOn: true, mutedWhileSpeaking: false } as const;

describe('the line above the controls', () => {
  it('says nothing when all is well', () => {
    expect(
      standingOf({ call, media: { microphone: track() }, others: 1, stalled: false, wantsSound: true }),
    ).toBeNull();
  });

  it('says the gravest thing only', () => {
    const media = { microphone: null };
    expect(
      standingOf({ call: { ...call, phase: 'reconnecting' }, media, others: 0, stalled: false, wantsSound: true }),
    ).toBe('reconnecting');
    expect(
      standingOf({ call: { ...call, phase: 'joining' }, media, others: 0, stalled: false, wantsSound: true }),
    ).toBe('joining');
    expect(standingOf({ call, media, others: 0, stalled: false, wantsSound: true })).toBe('alone');
    expect(standingOf({ call, media, others: 1, stalled: false, wantsSound: true })).toBe('noMicrophone');
    expect(standingOf({ call, media, others: 1, stalled: false, wantsSound: false })).toBeNull();
  });

  it('tells her that nobody hears her', () => {
    const media = { microphone: track() };
    expect(
      standingOf({ call: { ...call, mutedWhileSpeaking: true }, media, others: 1, stalled: false, wantsSound: true }),
    ).toBe('mutedWhileSpeaking');
    expect(
      standingOf({ call, media: { microphone: track({ silent: true }) }, others: 1, stalled: false, wantsSound: true }),
    ).toBe('microphoneSilent');
  });

  it('tells of another person’s line after what concerns herself', () => {
    const given = { others: 1, stalled: true, wantsSound: true };
    expect(standingOf({ call, media: { microphone: track() }, ...given })).toBe('stalled');
    expect(standingOf({ call, media: { microphone: null }, ...given })).toBe('noMicrophone');
    expect(standingOf({ call, media: { microphone: null }, ...given, wantsSound: false })).toBe('stalled');
  });
});
