import { createStore } from '../store';
import { capture, listDevices, type Captured } from './capture';
import { createEffects } from './effects';
import { meter, type LevelMeter } from './level';
import { testPicture, tone, type StandIn } from './standins';
import type { CameraWish, LocalMedia, LocalMediaState, LocalTrack, MediaProblem, MicrophoneWish } from './types';

type Kind = 'microphone' | 'camera';
const problemKey = { microphone: 'microphoneProblem', camera: 'cameraProblem' } as const;

const nothing: LocalMediaState = {
  microphone: null,
  camera: null,
  microphoneProblem: null,
  cameraProblem: null,
  devices: { microphones: [], cameras: [], speakers: [] },
  opening: false,
  effects: { noise: 'off', blur: 'off' },
};

/** The own microphone and camera; see LocalMedia. Nothing is opened before `open`. */
export function createLocalMedia(): LocalMedia {
  const store = createStore<LocalMediaState>(nothing);
  const wishes: { microphone: MicrophoneWish; camera: CameraWish } = { microphone: null, camera: null };
  const stops: Record<Kind, (() => void) | null> = { microphone: null, camera: null };
  /** Resting kinds: what is still being opened when she switches off must not light the camera up afterwards. */
  const asleep: Record<Kind, boolean> = { microphone: false, camera: false };
  let context: AudioContext | null = null;
  let levels: LevelMeter | null = null;
  /** Raised by close(): what was asked for before it must not come alive after it. */
  let generation = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const sound = () => (context ??= new AudioContext());
  const effectOf = { microphone: 'noise', camera: 'blur' } as const;
  const kindOf = { noise: 'microphone', blur: 'camera' } as const;
  const effects = createEffects({
    onTrack(name, track) {
      const held = store.getSnapshot()[kindOf[name]];
      if (held) store.set({ [kindOf[name]]: { ...held, track } });
    },
    onState: (name, state) => store.set({ effects: { ...store.getSnapshot().effects, [name]: state } }),
  });

  function drop(kind: Kind, problem: MediaProblem | null = null): void {
    if (kind === 'microphone') {
      levels?.stop();
      levels = null;
    }
    stops[kind]?.();
    stops[kind] = null;
    effects.took(effectOf[kind], null);
    store.set({ [kind]: null, [problemKey[kind]]: problem });
  }

  function adopt(kind: Kind, made: StandIn, synthetic: boolean): void {
    const { track } = made;
    const muted = () => mark(kind, true);
    const unmuted = () => mark(kind, false);
    const ended = () => void lost(kind);
    track.addEventListener('mute', muted);
    track.addEventListener('unmute', unmuted);
    track.addEventListener('ended', ended);
    // A test picture has no room behind it.
    const leaving = effects.took(effectOf[kind], synthetic ? null : track) ?? track;
    const held: LocalTrack = {
      track: leaving,
      synthetic,
      deviceId: synthetic ? null : (track.getSettings().deviceId ?? null),
      label: synthetic ? '' : track.label,
      silent: !synthetic && track.muted,
    };
    // The old one is stopped after the new one is told, so that a call can replace without a gap.
    const before = stops[kind];
    stops[kind] = () => {
      track.removeEventListener('mute', muted);
      track.removeEventListener('unmute', unmuted);
      track.removeEventListener('ended', ended);
      made.stop();
    };
    if (kind === 'microphone') {
      levels?.stop();
      levels = meter(sound(), track);
    }
    store.set({ [kind]: held, [problemKey[kind]]: null });
    before?.();
  }

  function mark(kind: Kind, silent: boolean): void {
    const held = store.getSnapshot()[kind];
    if (held && held.silent !== silent) store.set({ [kind]: { ...held, silent } });
  }

  /** Unplugged, or taken away by the system: another one of its kind goes on, if there is any. */
  async function lost(kind: Kind): Promise<void> {
    drop(kind, 'lost');
    if (wishes[kind] && 'device' in wishes[kind]) {
      await open({ [kind]: { device: '' } });
      if (!store.getSnapshot()[kind]) store.set({ [problemKey[kind]]: 'lost' });
    }
  }

  async function devicesChanged(): Promise<void> {
    const mine = generation;
    const devices = await listDevices();
    if (mine !== generation) return;
    store.set({ devices });
    const state = store.getSnapshot();
    const back = (kind: Kind, found: number) =>
      !state[kind] && wishes[kind] !== null && found > 0 && ['missing', 'lost'].includes(state[problemKey[kind]] ?? '');
    if (back('microphone', devices.microphones.length)) await open({ microphone: wishes.microphone });
    if (back('camera', devices.cameras.length)) await open({ camera: wishes.camera });
  }
  const onDevices = () => void devicesChanged();

  async function fill(wish: { microphone?: MicrophoneWish; camera?: CameraWish }, mine: number): Promise<void> {
    const { microphone, camera } = wish;
    if (microphone === null) drop('microphone');
    if (camera === null) drop('camera');
    if (microphone && 'tone' in microphone) {
      await standIn('microphone', () => tone(sound(), microphone.tone));
      void sound().resume();
    }
    if (camera && 'testPicture' in camera) {
      await standIn('camera', () => testPicture(camera.testPicture.name, camera.testPicture.hue));
    }
    const got: Captured = await capture({
      audio: microphone && 'device' in microphone ? microphone.device : undefined,
      video: camera && 'device' in camera ? camera.device : undefined,
    });
    if (mine !== generation) {
      for (const one of [got.audio, got.video]) if (one && typeof one !== 'string') one.stop();
      return;
    }
    take('microphone', got.audio);
    take('camera', await freed(got.video, camera));
    const devices = await listDevices();
    if (mine === generation) store.set({ devices });
  }

  /** Many phones cannot hold two cameras: the one in use is given up where the wanted one does not open beside it. */
  async function freed(got: Captured['video'], wish: CameraWish | undefined): Promise<Captured['video']> {
    if (got !== 'taken' || !wish || !('device' in wish) || !store.getSnapshot().camera) return got;
    drop('camera');
    return (await capture({ audio: undefined, video: wish.device })).video;
  }

  function take(kind: Kind, got: MediaStreamTrack | MediaProblem | null): void {
    if (got === null) return;
    if (typeof got === 'string') drop(kind, got);
    else if (asleep[kind]) got.stop();
    else adopt(kind, { track: got, stop: () => got.stop() }, false);
  }

  async function standIn(kind: Kind, make: () => StandIn): Promise<void> {
    if (asleep[kind]) return;
    try {
      adopt(kind, make(), true);
    } catch {
      drop(kind, 'unsupported');
    }
  }

  function open(wish: { microphone?: MicrophoneWish; camera?: CameraWish }): Promise<LocalMediaState> {
    const mine = generation;
    if (wish.microphone !== undefined) wishes.microphone = wish.microphone;
    if (wish.camera !== undefined) wishes.camera = wish.camera;
    if (wish.microphone !== undefined) asleep.microphone = false;
    if (wish.camera !== undefined) asleep.camera = false;
    navigator.mediaDevices?.addEventListener?.('devicechange', onDevices);
    store.set({ opening: true });
    const turn = queue.then(async () => {
      if (mine === generation) await fill(wish, mine);
    });
    queue = turn.catch(() => undefined);
    const last = queue;
    return turn.then(() => {
      if (queue === last) store.set({ opening: false });
      return store.getSnapshot();
    });
  }

  async function renew(kind: Kind, mine: number): Promise<void> {
    const wish = wishes[kind];
    if (mine !== generation || asleep[kind] || !wish || !('device' in wish)) return;
    const got = await capture({
      audio: kind === 'microphone' ? wish.device : undefined,
      video: kind === 'camera' ? wish.device : undefined,
    });
    const made = kind === 'microphone' ? got.audio : got.video;
    if (!made || typeof made === 'string') return;
    if (mine === generation) take(kind, made);
    else made.stop();
  }

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    open,
    renew(kind) {
      const mine = generation;
      const turn = queue.then(() => renew(kind, mine));
      queue = turn.catch(() => undefined);
      return turn;
    },
    doubt: mark,
    rest(kind) {
      asleep[kind] = true;
      drop(kind);
    },
    async wake(kind) {
      asleep[kind] = false;
      if (!store.getSnapshot()[kind]) await open({ [kind]: wishes[kind] ?? { device: '' } });
    },
    setEffect: effects.wish,
    level() {
      // Suspended by a rule of the browser, or interrupted by a phone call.
      if (context && context.state !== 'running' && context.state !== 'closed') {
        void context.resume().catch(() => undefined);
      }
      return levels?.read() ?? 0;
    },
    close() {
      generation += 1;
      navigator.mediaDevices?.removeEventListener?.('devicechange', onDevices);
      wishes.microphone = null;
      wishes.camera = null;
      drop('microphone');
      drop('camera');
      void context?.close();
      context = null;
      store.set({ opening: false });
    },
  };
}
