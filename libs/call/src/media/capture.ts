import type { MediaProblem } from './types';

/** What a failed getUserMedia means for a person. Browsers of different ages use different names for one thing. */
export function problemOf(error: unknown): MediaProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'taken';
    case 'TypeError':
    case 'NotSupportedError':
      return 'unsupported';
    default:
      return 'denied';
  }
}

/** Known before anything is asked: a page without TLS, or a browser without capture. */
export function captureProblem(): MediaProblem | null {
  if (typeof isSecureContext !== 'undefined' && !isSecureContext) return 'insecure';
  if (typeof navigator.mediaDevices?.getUserMedia !== 'function') return 'unsupported';
  return null;
}

const audio = (deviceId: string): MediaTrackConstraints => ({
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  ...(deviceId ? { deviceId: { exact: deviceId } } : {}),
});
const video = (deviceId: string): MediaTrackConstraints => ({
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
  ...(deviceId ? { deviceId: { exact: deviceId } } : { facingMode: 'user' }),
});

export interface Captured {
  audio: MediaStreamTrack | MediaProblem | null;
  video: MediaStreamTrack | MediaProblem | null;
}

/** Device ids to open; `undefined` leaves a kind out, an empty id is the browser's choice. */
export interface CaptureWish {
  audio: string | undefined;
  video: string | undefined;
}

/** Opens both with one question; where that fails, each alone, so that a missing camera does not cost the sound. */
export async function capture(wish: CaptureWish): Promise<Captured> {
  const impossible = captureProblem();
  if (impossible) {
    return {
      audio: wish.audio === undefined ? null : impossible,
      video: wish.video === undefined ? null : impossible,
    };
  }
  if (wish.audio === undefined || wish.video === undefined) {
    return {
      audio: wish.audio === undefined ? null : await one('audio', wish.audio),
      video: wish.video === undefined ? null : await one('video', wish.video),
    };
  }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: audio(wish.audio), video: video(wish.video) });
    return { audio: stream.getAudioTracks()[0] ?? 'missing', video: stream.getVideoTracks()[0] ?? 'missing' };
  } catch (error) {
    // A person who said no must not be asked twice more; only what she allowed before is opened then.
    const denied = problemOf(error) === 'denied';
    return {
      audio: denied && !(await granted('microphone')) ? 'denied' : await one('audio', wish.audio),
      video: denied && !(await granted('camera')) ? 'denied' : await one('video', wish.video),
    };
  }
}

async function one(kind: 'audio' | 'video', deviceId: string): Promise<MediaStreamTrack | MediaProblem> {
  try {
    return await first(kind, deviceId);
  } catch (error) {
    const problem = problemOf(error);
    // The chosen device is gone or busy: any other is better than none.
    if (deviceId && problem !== 'denied') return one(kind, '');
    return problem;
  }
}

async function first(kind: 'audio' | 'video', deviceId: string): Promise<MediaStreamTrack | MediaProblem> {
  const stream = await navigator.mediaDevices.getUserMedia(
    kind === 'audio' ? { audio: audio(deviceId) } : { video: video(deviceId) },
  );
  return stream.getTracks()[0] ?? 'missing';
}

async function granted(name: 'microphone' | 'camera'): Promise<boolean> {
  try {
    // Older type libraries do not know these two names, older browsers reject them.
    const status = await navigator.permissions.query({ name: name as PermissionName });
    return status.state === 'granted';
  } catch {
    return false;
  }
}

export interface Devices {
  microphones: MediaDeviceInfo[];
  cameras: MediaDeviceInfo[];
  speakers: MediaDeviceInfo[];
}

export async function listDevices(): Promise<Devices> {
  const all = (await navigator.mediaDevices?.enumerateDevices?.().catch(() => [])) ?? [];
  const of = (kind: MediaDeviceKind) => all.filter((device) => device.kind === kind);
  return { microphones: of('audioinput'), cameras: of('videoinput'), speakers: of('audiooutput') };
}
