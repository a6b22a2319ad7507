import type {
  Arrival,
  DeviceSource,
  Help,
  Locale,
  MediaSource,
  PauseReason,
  QualitySample,
  SayingKind,
  SeatState,
  ServerMessageData,
  Showing,
  ShowingKind,
  SoundMode,
  SoundView,
  Step,
  VisitSnapshot,
} from '@okaeri/contracts';
import type { CallPhase } from './machine';
import type { LocalMedia } from './media/types';
import type { Store } from './store';

export type ClosedReason = ServerMessageData<'seat.closed'>['reason'] | 'self';

/**
 * What went wrong, for a sentence to a person. `message` is the server's sentence in her language; it is empty for what
 * the page found out by itself, which then says `error.<code>` from its own catalogue.
 */
export interface CallError {
  code: string;
  message: string;
}

/** What one of the others sends. A track is absent until it has arrived; the page puts it into an element. */
export interface Remote {
  seatId: string;
  audio?: MediaStreamTrack;
  video?: MediaStreamTrack;
  /** She is muted, or sends no sound. */
  audioPaused: boolean;
  /** Her camera is off, or she sends no picture. */
  videoPaused: boolean;
  /** The picture is a test picture, or the sound a test tone. */
  synthetic: boolean;
  speaking: boolean;
  /** How loud to play her voice, 0..1; `screenSound` is always played in full. */
  gain: number;
  /** Her voice is kept back: this person listens to somebody else's words for it. */
  held: boolean;
  /** Nothing of hers has come for two seconds, and it is not this window's link. Her place is kept. */
  stalled: boolean;
  /** Why her picture is off: her own wish, or a link that carries no more. */
  because: PauseReason;
  /** What she shows of her screen, and what it plays. */
  screen?: MediaStreamTrack;
  screenSound?: MediaStreamTrack;
}

/** What has to be known of the people of a visit to say who is heard how loud. */
export interface Introduced {
  seatId: string;
  language: string;
  interprets: readonly [string, string] | null;
}

/** What is given up for a bad link, for what she sends and for what she gets; and since when (performance.now()). */
export interface Steps {
  up: Step;
  down: Step;
  since: number;
}

/** In words: "Good", "Weak: sound comes first", "Reconnecting, your place is kept". */
export type ConnectionWord = 'good' | 'weak' | 'reconnecting';

export interface CallState {
  /**
   * Where this window is in the visit. `reconnecting` comes only after `joined`: keep showing the call. While waiting or
   * admitted, a lost connection shows in `connection` and the phase stays.
   */
  phase: CallPhase;
  /** Set in phase `closed`. `self`: this page called `close()`. */
  closedReason: ClosedReason | null;
  /** The last refusal or failure; gone again with the next success. */
  error: CallError | null;
  snapshot: VisitSnapshot | null;
  /** By seat id. A seat without media is not in here; who is there at all is said in `snapshot.seats`. */
  remotes: ReadonlyMap<string, Remote>;
  connection: ConnectionWord;
  /** Wanted and held: what the others can hear. */
  microphoneOn: boolean;
  cameraOn: boolean;
  /** She talks while her microphone is off: tell her. */
  mutedWhileSpeaking: boolean;
  /** This person's own voice is heard by the page right now. */
  speaking: boolean;
  /** Who hears whom in which language, as everybody is told. */
  sound: SoundView;
  /** Languages in which an engine writes down what is said. */
  written: readonly string[];
  showing: Showing;
  steps: Steps;
  /** Nothing comes through, and has not for a while: what to offer her. */
  help: Help | null;
  /** This person shows her screen, or has asked whether she may. */
  sharing: boolean;
}

/** Sums that a page, a test or a bench may ask for; `null` while there is no room. */
export interface CallStats {
  /** One entry for each layer that is sent; `rid` is `null` for sound and for a single layer. */
  sent: {
    source: MediaSource;
    rid: string | null;
    bytes: number;
    packets: number;
    width: number | null;
    framesPerSecond: number | null;
  }[];
  received: {
    seatId: string;
    source: MediaSource;
    bytes: number;
    packets: number;
    packetsLost: number;
    width: number | null;
    framesDecoded: number | null;
    /** Level of the sound, 0..1. */
    audioLevel: number | null;
  }[];
  roundTripMs: number | null;
  /** "udp" or "tcp" of the path in use. */
  protocol: string | null;
}

export type CallEvent =
  | { name: 'admitted' }
  | { name: 'joined' }
  | { name: 'moved' }
  /** Somebody waits who did not wait before: a sound, once. */
  | { name: 'waiting'; seatIds: string[] }
  /**
   * A notice about this visit: refetch what was read by HTTP. It is held back for a moment around joining, because the
   * first picture needs the processor and the server more; so refetch on this, not on `joined`.
   */
  | { name: 'changed'; version: number }
  /** Something was written in the visit, or to those who wait. */
  | { name: 'chat' }
  /** Told by one of the others to everybody, and kept nowhere: JSON text of a frame of `showing.ts`. */
  | { name: 'said'; seatId: string; kind: SayingKind; data: string }
  | { name: 'closed'; reason: ClosedReason };

export interface CallOptions {
  visitId: string;
  language: Locale;
  media: LocalMedia;
  /** Asked of a patient before she waits; may also be given to `enter`. */
  arrival?: Arrival | null;
  /** The seat in whose room she sits: this window then sends no sound and plays none. */
  beside?: string | null;
  /** Join as soon as the physician admits, without another click. */
  autoJoin?: boolean;
  /** The origin of the gateway; this page's own by default. */
  socketUrl?: string;
  onEvent?: (event: CallEvent) => void;
  /**
   * An empty element of the page, asked for when joining: the first pictures are put into it at once, and the page is told
   * of the join when one of them shows. Its own screen then takes each of them over with `pictureOf(track)`.
   */
  firstPictures?: () => HTMLElement | null;
}

/**
 * One person's part in one visit. Create it once per page, `enter()` early: entering opens the socket, takes the seat and
 * prepares the device, so that the click on "Join" costs one round trip. Nothing is sent before `join()`.
 */
export interface Call extends Store<CallState> {
  /** Takes the seat. From `idle`, `left`, or again with an arrival after the error `arrival_needed`. */
  enter(arrival?: Arrival | null): Promise<void>;
  /** Opens sound and picture. Called by itself with `autoJoin`, and again whenever the room is rebuilt. */
  join(): Promise<void>;
  /** Gives the seat back; `enter()` brings it back until the visit ends. Local media stays open: close it yourself. */
  leave(): Promise<void>;
  /** Ends the visit for everybody. Physician only. */
  end(): Promise<void>;
  admit(seatId: string): Promise<void>;
  remove(seatId: string): Promise<void>;
  setMicrophone(on: boolean): Promise<void>;
  setCamera(on: boolean): Promise<void>;
  replaceDevice(source: DeviceSource, deviceId: string): Promise<void>;
  /** Tells how wide a person's picture is on this screen, in device pixels; 0 = not shown, stops the picture. */
  showAt(seatId: string, width: number): void;
  /** Whom the page knows by language; without it every voice is played in full. */
  introduce(people: readonly Introduced[]): void;
  /** All of the following say whether it was done; what went wrong is in `error`. `null`: her own language. */
  hear(language: string | null): Promise<boolean>;
  speak(language: string): Promise<boolean>;
  mode(mode: SoundMode): Promise<boolean>;
  readonly interpret: {
    /** The language to speak into; `null`: standing by. */
    set(to: string | null): Promise<boolean>;
    relay(via: string | null): Promise<boolean>;
    offer(seatId: string | null): Promise<boolean>;
    take(): Promise<boolean>;
    /** Physician only. */
    appoint(seatId: string, pair: readonly [string, string] | null): Promise<boolean>;
  };
  /** To everybody in the room, at once or never: it is not repeated, and no failure is told. */
  say(kind: SayingKind, data: string): Promise<boolean>;
  /**
   * Takes the place on everybody's screen for what `getDisplayMedia` gave, and sends it; `null`, or its end, stops. The
   * tracks are stopped with it, and where the place is not free.
   */
  share(stream: MediaStream | null): Promise<boolean>;
  /** Takes the place on everybody's screen; `null` gives it back. */
  show(kind: ShowingKind | null, fileId?: string | null): Promise<boolean>;
  askCallback(): Promise<boolean>;
  /** How the link was at the last look; `null` before the first. */
  quality(): QualitySample | null;
  stats(): Promise<CallStats | null>;
  /** Leaves no timer, track of its own or socket. May be called twice. Local media is the page's to close. */
  close(): void;
}

export interface CheckState {
  phase: 'idle' | 'running' | 'done' | 'failed' | 'closed';
  /** Seconds left of the ten. */
  secondsLeft: number;
  error: CallError | null;
  /** Loudness at the own microphone and of what came back through the sfu, 0..1. */
  ownLevel: number;
  backLevel: number;
  /** Answers for the page: was the own sound heard at all, did sound come back, did a picture come back. `null`: not tried. */
  ownSound: boolean | null;
  soundBack: boolean | null;
  pictureBack: boolean | null;
  /** What came back, for an element. Sound is not to be played aloud without headphones. */
  video: MediaStreamTrack | null;
  audio: MediaStreamTrack | null;
  roundTripMs: number | null;
}

/** Own sound and picture through the sfu and back, alone. */
export interface Check extends Store<CheckState> {
  start(): void;
  close(): void;
}

export type { Arrival, DeviceSource, MediaSource, SeatState, VisitSnapshot };
