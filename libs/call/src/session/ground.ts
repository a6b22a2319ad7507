import type { ConsumerOffer } from '@okaeri/contracts';
import { tellError, type CallFailure } from '../link/failure';
import type { Link } from '../link/link';
import { nextPhase, type CallPhase, type CallSignal } from '../machine';
import type { Room } from '../room/room';
import type { Wanted } from '../room/send';
import { createStore, type WritableStore } from '../store';
import { gainsOf } from '../sound/gains';
import type { CallOptions, CallState, ClosedReason, Introduced } from '../types';
import { createHold, type Hold } from './hold';
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
  // Not the contracts' first sound, which would bring its checks into the page; any of the server's is newer.
  sound: { mode: 'consecutive', hears: {}, speaks: {}, interpreters: [], version: 0 },
  written: [],
  showing: null,
  steps: { up: 'full', down: 'full', since: 0 },
  help: null,
  sharing: false,
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
  /** Whether `link` holds the seat. */
  readonly hold: Hold;
  room: Room | null;
  /** What came to her in the room that is gone; `null`: she has been in none. */
  left: readonly ConsumerOffer[] | null;
  /** The connection has been away for longer than a moment. */
  linkGone: boolean;
  /** On the way in, and the page has not been told yet. */
  goingIn: boolean;
  speakers: ReadonlySet<string>;
  /** Seats of whom nothing comes, while others do. */
  stalled: ReadonlySet<string>;
  people: readonly Introduced[];
  screen: MediaStream | null;
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
  /** Takes over who hears whom, unless it is older than what is known. */
  hear(told: Pick<CallState, 'sound' | 'written'>): void;
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
    hold: createHold(),
    room: null,
    left: null,
    linkGone: false,
    goingIn: false,
    speakers: new Set(),
    stalled: new Set(),
    people: [],
    screen: null,
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
      const { speaking, remotes, sound, snapshot, steps } = store.getSnapshot();
      const broken = linkGone || (room !== null && !room.connected) || phase === 'reconnecting';
      const weak = steps.up !== 'full' || steps.down !== 'full';
      const { microphone, camera } = media.getSnapshot();
      const gainOf = gainsOf(sound, snapshot, ground.people);
      const { speakers, stalled } = ground;
      store.set({
        connection: broken || !navigator.onLine ? 'reconnecting' : weak ? 'weak' : 'good',
        microphoneOn: intent.microphone && microphone !== null,
        cameraOn: intent.camera && camera !== null,
        mutedWhileSpeaking: microphone !== null && !intent.microphone && speaking,
        // Pictures of a room that is being rebuilt stay, frozen, until the new ones are there.
        ...(room && !goingIn ? { remotes: remotesOf(room.received(), { speakers, stalled, gainOf }, remotes) } : {}),
      });
    },
    send() {
      const { microphone, camera } = media.getSnapshot();
      // Who sits beside another is heard by that one's microphone: a second one in the room would only echo.
      const own = options.beside ? null : microphone;
      const { microphone: microphoneOn, camera: cameraOn } = intent;
      ground.room?.want({ microphone: own, camera, microphoneOn, cameraOn, ...screenOf(ground.screen) });
      ground.show();
    },
    hear({ sound, written }) {
      if (sound.version < store.getSnapshot().sound.version) return;
      store.set({ sound, written });
      ground.show();
    },
    shut: () => undefined,
  };
  return ground;
}

const screenOf = (stream: MediaStream | null): Pick<Wanted, 'screen' | 'screenSound'> => {
  const outgoing = (track: MediaStreamTrack | undefined) => (track ? { track, synthetic: false } : null);
  return { screen: outgoing(stream?.getVideoTracks()[0]), screenSound: outgoing(stream?.getAudioTracks()[0]) };
};
