import type { LocalTrack } from '@okaeri/call';
import { heardAs, seenAs } from './seen-as';

const track = (change: Partial<LocalTrack> = {}): LocalTrack => ({
  track: {} as MediaStreamTrack,
  synthetic: false,
  deviceId: 'one',
  label: 'One',
  silent: false,
  ...change,
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
