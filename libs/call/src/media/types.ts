import type { Store } from '../store';

/**
 * Why there is no track. `denied`: the person or the browser said no. `missing`: no such device. `taken`: another window
 * or program holds it. `insecure`: the page is not https. `unsupported`: this browser, often one inside another app, has
 * no camera at all. `lost`: it was unplugged during the call.
 */
export type MediaProblem = 'denied' | 'missing' | 'taken' | 'insecure' | 'unsupported' | 'lost';

/** What to send: a device (an empty id is the browser's choice), a stand-in, or nothing. */
export type MicrophoneWish = { device: string } | { tone: number } | null;
export type CameraWish = { device: string } | { testPicture: { name: string; hue: number } } | null;

export interface LocalTrack {
  track: MediaStreamTrack;
  /** A tone or a test picture: the others are told. */
  synthetic: boolean;
  deviceId: string | null;
  label: string;
  /** The system gives no sound or picture for now: a switch on the device, or another program took it. */
  silent: boolean;
}

/** `noise` is taken from the voice, `blur` put over the room; both on this device. */
export type EffectName = 'noise' | 'blur';
/** `slow`, `failed`: it turned itself off, for this device is too slow for it or cannot do it. */
export type EffectState = 'off' | 'starting' | 'on' | 'slow' | 'failed';

export interface LocalMediaState {
  microphone: LocalTrack | null;
  camera: LocalTrack | null;
  microphoneProblem: MediaProblem | null;
  cameraProblem: MediaProblem | null;
  /** Labels are empty until one device was allowed. */
  devices: { microphones: MediaDeviceInfo[]; cameras: MediaDeviceInfo[]; speakers: MediaDeviceInfo[] };
  opening: boolean;
  effects: Record<EffectName, EffectState>;
}

/**
 * The own microphone and camera, from the device check until the end of the call. It never throws: what could not be had
 * is told as a problem, and the rest works. It asks once for both and, where that fails, for each alone.
 */
export interface LocalMedia extends Store<LocalMediaState> {
  /** Opens what is wished; members left out stay as they are, `null` closes. */
  open(wish: { microphone?: MicrophoneWish; camera?: CameraWish }): Promise<LocalMediaState>;
  /** Camera light off, wish kept; `wake` opens the same again, or the browser's choice where nothing was wished. */
  rest(kind: 'microphone' | 'camera'): void;
  wake(kind: 'microphone' | 'camera'): Promise<void>;
  /** Opens the same device again beside the old one, which is given up only for a new one that is there. */
  renew(kind: 'microphone' | 'camera'): Promise<void>;
  /** What the call finds out of a track that the browser calls sound. */
  doubt(kind: 'microphone' | 'camera', silent: boolean): void;
  /** Works on what leaves this device, from now on and for whatever device is opened later. */
  setEffect(name: EffectName, on: boolean): void;
  /** Loudness at the own microphone, 0..1; cheap, to be polled for a meter. */
  level(): number;
  /** Stops every track and forgets the wishes. `open` starts again. */
  close(): void;
}
