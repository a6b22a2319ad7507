import { tellError, type CallFailure } from '../link/failure';
import type { Link } from '../link/link';
import { nextPhase, type CallPhase, type CallSignal } from '../machine';
import type { Room } from '../room/room';
import { createStore, type WritableStore } from '../store';
import type { CallOptions, CallState, ClosedReason } from '../types';
import { remotesOf } from './remotes';

const atRest: CallState = {
  phase: 'idle',
  closedReason: null,
  error: null,
  snapshot: null,
  remotes: new Map(),
  connection: 'good',
  microphoneOn: false,
  cameraOn: false,
  mutedWhileSpeaking: false,
  speaking: false,
};

const retryMs = [250, 500, 1000, 2000] as const;
/** How long to wait before the next attempt, by the number of those that failed. */
export const retryAfter = (attempt: number): number => retryMs[attempt] ?? 2000;

/** What the parts of one call share: its state, its connection, its room, its timers. */
export interface Ground {
  readonly options: CallOptions;
  readonly store: WritableStore<CallState>;
  readonly intent: { microphone: boolean; camera: boolean };
  link: Link | null;
  room: Room | null;
  /** The connection has been away for longer than a moment. */
  linkGone: boolean;
  /** On the way in, and the page has not been told yet. */
  goingIn: boolean;
  quality: 'good' | 'weak';
  speakers: ReadonlySet<string>;
  readonly phase: CallPhase;
  /** In the room, or on the way in or back. */
  readonly inCall: boolean;
  move(signal: CallSignal): boolean;
  tell(failure: CallFailure | null): void;
  later(ms: number, task: () => void): void;
  clearTimers(): void;
  /** Writes what has become of connection, media and the others into the state. */
  show(): void;
  /** Hands the own media to the room. */
  send(): void;
  /** Ends the call for good; set by the call itself. */
  shut(reason: ClosedReason | null, failure: CallFailure | null): void;
}

export function layGround(options: CallOptions): Ground {
  const { media } = options;
  const store = createStore<CallState>(atRest);
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const intent = { microphone: true, camera: true };

  const ground: Ground = {
    options,
    store,
    intent,
    link: null,
    room: null,
    linkGone: false,
    goingIn: false,
    quality: 'good',
    speakers: new Set(),
    get phase() {
      return store.getSnapshot().phase;
    },
    get inCall() {
      return ground.goingIn || ['joining', 'joined', 'reconnecting'].includes(ground.phase);
    },
    move(signal) {
      const next = nextPhase(ground.phase, signal);
      if (next === ground.phase) return false;
      store.set({ phase: next });
      return true;
    },
    tell: (failure) => store.set({ error: failure && tellError(failure) }),
    later(ms, task) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        task();
      }, ms);
      timers.add(timer);
    },
    clearTimers() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
    show() {
      const { room, goingIn, linkGone, phase } = ground;
      const { speaking, remotes } = store.getSnapshot();
      const broken = linkGone || (room !== null && !room.connected) || phase === 'reconnecting';
      const { microphone, camera } = media.getSnapshot();
      store.set({
        connection: broken || !navigator.onLine ? 'reconnecting' : ground.quality,
        microphoneOn: intent.microphone && microphone !== null,
        cameraOn: intent.camera && camera !== null,
        mutedWhileSpeaking: microphone !== null && !intent.microphone && speaking,
        // Pictures of a room that is being rebuilt stay, frozen, until the new ones are there.
        ...(room && !goingIn ? { remotes: remotesOf(room.received(), ground.speakers, remotes) } : {}),
      });
    },
    send() {
      const { microphone, camera } = media.getSnapshot();
      ground.room?.want({ microphone, camera, microphoneOn: intent.microphone, cameraOn: intent.camera });
      ground.show();
    },
    shut: () => undefined,
  };
  return ground;
}
