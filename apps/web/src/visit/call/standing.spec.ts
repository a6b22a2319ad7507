import type { LocalTrack } from '@okaeri/call';
import { heardAs, seenAs, standingOf } from './standing';

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
    expect(standingOf({ call, media: { microphone: track() }, others: 1, wantsSound: true })).toBeNull();
  });

  it('says the gravest thing only', () => {
    const media = { microphone: null };
    expect(standingOf({ call: { ...call, phase: 'reconnecting' }, media, others: 0, wantsSound: true })).toBe(
      'reconnecting',
    );
    expect(standingOf({ call: { ...call, phase: 'joining' }, media, others: 0, wantsSound: true })).toBe('joining');
    expect(standingOf({ call, media, others: 0, wantsSound: true })).toBe('alone');
    expect(standingOf({ call, media, others: 1, wantsSound: true })).toBe('noMicrophone');
    expect(standingOf({ call, media, others: 1, wantsSound: false })).toBeNull();
  });

  it('tells her that nobody hears her', () => {
    const media = { microphone: track() };
    expect(standingOf({ call: { ...call, mutedWhileSpeaking: true }, media, others: 1, wantsSound: true })).toBe(
      'mutedWhileSpeaking',
    );
    expect(standingOf({ call, media: { microphone: track({ silent: true }) }, others: 1, wantsSound: true })).toBe(
      'microphoneSilent',
    );
  });
});

describe('what the others get of her', () => {
  it('is told for the picture', () => {
    expect(seenAs({ cameraOn: false }, { camera: null })).toBe('noCamera');
    expect(seenAs({ cameraOn: false }, { camera: track() })).toBe('cameraOff');
    expect(seenAs({ cameraOn: true }, { camera: track({ synthetic: true }) })).toBe('testPicture');
    expect(seenAs({ cameraOn: true }, { camera: track({ silent: true }) })).toBe('cameraSilent');
    expect(seenAs({ cameraOn: true }, { camera: track() })).toBe('picture');
  });

  it('is told for the sound', () => {
    expect(heardAs({ microphoneOn: true }, { microphone: null })).toBe('noMicrophone');
    expect(heardAs({ microphoneOn: false }, { microphone: track() })).toBe('microphoneOff');
    expect(heardAs({ microphoneOn: true }, { microphone: track({ synthetic: true }) })).toBe('testTone');
    expect(heardAs({ microphoneOn: true }, { microphone: track() })).toBe('voice');
  });
});
