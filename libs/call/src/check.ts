import type { ServerMessageData } from '@okaeri/contracts';
import { CallFailure, asFailure, tellError } from './link/failure';
import { openLink, type Link } from './link/link';
import type { LocalMedia } from './media/types';
import { holdDevice } from './room/device';
import { openRoom, type Room } from './room/room';
import { receivedLevel } from './sense/speaking';
import { callStats } from './sense/stats';
import { createStore } from './store';
import type { Check, CheckState } from './types';

const seconds = 10;
const listenEveryMs = 100;
const connectWithinMs = 8000;
/** Quieter than this is silence, on the scale of the levels. */
const audible = 0.01;

const atRest: CheckState = {
  phase: 'idle',
  secondsLeft: seconds,
  error: null,
  ownLevel: 0,
  backLevel: 0,
  ownSound: null,
  soundBack: null,
  pictureBack: null,
  video: null,
  audio: null,
  roundTripMs: null,
};

/**
 * Ten seconds of own sound and picture, through the sfu and back. Needs no visit. The picture counts as back only when
 * it moves. `start` may be called again after `done` or `failed`.
 */
export function createCheck({ media, socketUrl }: { media: LocalMedia; socketUrl?: string }): Check {
  const store = createStore<CheckState>(atRest);
  let link: Link | null = null;
  let room: Room | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let giveUp: ReturnType<typeof setTimeout> | undefined;
  let run = 0;
  /** Nobody hears it; but without an element that plays it the browser does not even decode the sound. */
  let ear: HTMLAudioElement | null = null;

  function stop(): void {
    clearInterval(timer);
    clearTimeout(giveUp);
    room?.close();
    room = null;
    if (ear) ear.srcObject = null;
    const mine = link;
    link = null;
    if (mine?.up) void mine.request('check.close', {}, 1000).then(mine.close, mine.close);
    else mine?.close();
    store.set({ video: null, audio: null, ownLevel: 0, backLevel: 0 });
  }

  function fail(failure: CallFailure): void {
    stop();
    store.set({ phase: 'failed', error: tellError(failure) });
  }

  async function begin(mine: number, opened: Link): Promise<void> {
    const device = holdDevice();
    const { rtpCapabilities } = await opened.request('check.open', {});
    device.prepare(rtpCapabilities);
    const prepared = await device.ready();
    const joined = await opened.request('check.join', {
      rtpCapabilities: prepared.device.recvRtpCapabilities as typeof rtpCapabilities,
    });
    if (mine !== run || store.getSnapshot().phase !== 'running') return;
    const failed = (error: unknown) => mine === run && fail(asFailure(error));
    const opening = openRoom(prepared, opened, joined, {
      wishFor: () => ({ paused: false }),
      showFirst: () => null,
      changed: shown,
      missed: () => failed(new CallFailure('room_unavailable')),
      failed,
      broken: () => failed(new CallFailure('room_unavailable')),
    });
    room = opening;
    const follow = (data: ServerMessageData<'consumer.opened'>) => opening.offered(data.consumer);
    opened.on('consumer.opened', follow);
    opened.on('room.moved', () => failed(new CallFailure('room_unavailable')));
    const { microphone, camera } = media.getSnapshot();
    opening.want({ microphone, camera, microphoneOn: true, cameraOn: true });
    listen(mine, opening, microphone !== null, camera !== null);
  }

  function shown(): void {
    const received = room?.received() ?? [];
    const track = (kind: string) => received.find((one) => one.offer.kind === kind)?.consumer.track ?? null;
    const audio = track('audio');
    if (audio && audio !== store.getSnapshot().audio) {
      ear ??= new Audio();
      ear.muted = true;
      ear.srcObject = new MediaStream([audio]);
      void ear.play().catch(() => undefined);
    }
    store.set({ video: track('video'), audio });
  }

  function listen(mine: number, on: Room, hasSound: boolean, hasPicture: boolean): void {
    const until = performance.now() + seconds * 1000;
    store.set({
      ownSound: hasSound ? false : null,
      soundBack: hasSound ? false : null,
      pictureBack: hasPicture ? false : null,
    });
    let frames = 0;
    timer = setInterval(() => {
      const left = Math.max(0, until - performance.now());
      const back = on.received().find((one) => one.offer.kind === 'audio');
      const ownLevel = media.level();
      const backLevel = receivedLevel(back?.consumer.rtpReceiver);
      const { ownSound, soundBack } = store.getSnapshot();
      store.set({
        secondsLeft: Math.ceil(left / 1000),
        ownLevel,
        backLevel,
        ownSound: ownSound === null ? null : ownSound || ownLevel > audible,
        soundBack: soundBack === null ? null : soundBack || backLevel > audible,
      });
      void callStats(on).then((stats) => {
        if (mine !== run || room !== on) return;
        const decoded = stats.received.find((one) => one.source === 'camera')?.framesDecoded ?? 0;
        if (hasPicture && frames > 0 && decoded > frames) store.set({ pictureBack: true });
        frames = decoded;
        store.set({ roundTripMs: stats.roundTripMs });
      });
      if (left === 0) {
        stop();
        store.set({ phase: 'done' });
      }
    }, listenEveryMs);
  }

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    start() {
      const { phase } = store.getSnapshot();
      if (phase === 'running' || phase === 'closed') return;
      const mine = (run += 1);
      store.set({ ...atRest, phase: 'running' });
      const lost = (failure: CallFailure) => {
        if (mine === run && store.getSnapshot().phase === 'running') fail(failure);
      };
      giveUp = setTimeout(() => lost(new CallFailure('unavailable')), connectWithinMs);
      const opened = openLink(socketUrl, {
        up() {
          clearTimeout(giveUp);
          begin(mine, opened).catch((error: unknown) => lost(asFailure(error)));
        },
        down: () => lost(new CallFailure('unavailable')),
        refused: lost,
      });
      link = opened;
    },
    close() {
      run += 1;
      stop();
      store.set({ phase: 'closed' });
    },
  };
}
