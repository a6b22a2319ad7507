import type {
  RoomJoined,
  RtpCapabilitiesWire,
  ServerMessageData,
  ServerMessageName,
  VisitSnapshot,
} from '@okaeri/contracts';
import { CallFailure, asFailure, tellError } from './link/failure';
import { openLink, type Link } from './link/link';
import { nextPhase, type CallSignal } from './machine';
import { firstFrame, pictureOf } from './pictures';
import { remotesOf } from './remotes';
import { holdDevice, type Prepared } from './room/device';
import { chooseLayers } from './room/layers';
import { openRoom, type Room } from './room/room';
import { endIn, endOf, holdSeat, newlyWaiting } from './seat';
import { startSenses } from './sense/senses';
import { callStats } from './sense/stats';
import { createStore } from './store';
import { nextTask } from './next-task';
import type { Call, CallOptions, CallState, ClosedReason } from './types';

/** A gap in signalling that heals faster than this is not shown: sound and picture go on meanwhile. */
const gapShownAfterMs = 1000;
/**
 * Drawing a new screen costs as much as the whole negotiation and delays it. So the page hears of a join when the first
 * pictures are about to come, or after this time where the answer takes longer.
 */
const joiningShownAfterMs = 250;
const retryMs = [250, 500, 1000, 2000] as const;
const retryAfter = (attempt: number) => retryMs[attempt] ?? 2000;
/**
 * Around a join, reading the visit again waits until the first pictures are there: they need processor and server more.
 * For the others in the call a little, for who joins a little longer; who waits at the door hears at once.
 */
const quietForOthersMs = 400;
const quietAfterJoinMs = 800;

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

/** See Call. No method rejects: what went wrong is in the state, as `error`. */
export function createCall(options: CallOptions): Call {
  const { visitId, media } = options;
  const store = createStore<CallState>(atRest);
  const seat = holdSeat(visitId, options.language, options.arrival ?? null);
  const device = holdDevice();
  const layers = chooseLayers((seatId, wish) => room?.receiver.wish(seatId, wish));
  const intent = { microphone: true, camera: true };
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let link: Link | null = null;
  let room: Room | null = null;
  let stopSenses: (() => void) | null = null;
  let speakers: ReadonlySet<string> = new Set();
  let quality: 'good' | 'weak' = 'good';
  let linkGone = false;
  /** The connection over which the seat is being claimed, or the room joined; an older one may still owe its answer. */
  let claiming: Link | null = null;
  let joining: Link | null = null;
  /** Joining, and the page has not been told yet. */
  let goingIn = false;
  let stale = false;
  /** The newest version told of while it was quiet. */
  let heard = -1;
  let quiet = false;
  let quietSince = 0;
  /** Events that overtook the answer to `room.join` or `visit.resume`, to be applied to what that answer brings. */
  let early: (() => void)[] = [];
  let answersAwaited = 0;

  const phase = () => store.getSnapshot().phase;
  const inCall = () => goingIn || ['joining', 'joined', 'reconnecting'].includes(phase());
  const tell = (failure: CallFailure | null) => store.set({ error: failure && tellError(failure) });

  function move(signal: CallSignal): boolean {
    const next = nextPhase(phase(), signal);
    if (next === phase()) return false;
    store.set({ phase: next });
    return true;
  }

  function later(ms: number, task: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      task();
    }, ms);
    timers.add(timer);
  }

  // ---- what the page sees

  function show(): void {
    const broken = linkGone || (room !== null && !room.connected) || phase() === 'reconnecting';
    const microphone = media.getSnapshot().microphone !== null;
    const { speaking } = store.getSnapshot();
    store.set({
      connection: broken || !navigator.onLine ? 'reconnecting' : quality,
      microphoneOn: intent.microphone && microphone,
      cameraOn: intent.camera && media.getSnapshot().camera !== null,
      mutedWhileSpeaking: microphone && !intent.microphone && speaking,
      // Pictures of a room that is being rebuilt stay, frozen, until the new ones are there.
      ...(room && !goingIn ? { remotes: remotesOf(room.received(), speakers, store.getSnapshot().remotes) } : {}),
    });
  }

  function send(): void {
    const { microphone, camera } = media.getSnapshot();
    room?.want({ microphone, camera, microphoneOn: intent.microphone, cameraOn: intent.camera });
    show();
  }

  // ---- the seat

  function connect(): void {
    if (link) return;
    addEventListener('online', online);
    addEventListener('offline', show);
    const opened = openLink(options.socketUrl, {
      up() {
        linkGone = false;
        show();
        void claim();
      },
      down() {
        later(gapShownAfterMs, () => {
          if (link !== opened || opened.up) return;
          linkGone = true;
          move('lost');
          show();
        });
      },
      refused: (failure) => shut(null, failure),
    });
    link = opened;
    listen(opened);
    later(3 * gapShownAfterMs, () => {
      if (link !== opened || opened.up) return;
      linkGone = true;
      show();
    });
  }

  function listen(on: Link): void {
    const inOrder = <N extends ServerMessageName>(name: N, handle: (data: ServerMessageData<N>) => void) =>
      on.on(name, (data) => {
        if (link !== on) return;
        if (answersAwaited > 0) early.push(() => handle(data));
        else handle(data);
      });
    inOrder('consumer.opened', ({ consumer }) => room?.offered(consumer));
    inOrder('consumer.closed', ({ consumerId }) => room?.receiver.closed(consumerId));
    inOrder('consumer.changed', ({ consumerId, producerPaused }) => room?.receiver.changed(consumerId, producerPaused));
    inOrder('room.moved', ({ epoch }) => {
      if (!inCall() || (room && epoch <= room.epoch)) return;
      options.onEvent?.({ name: 'moved' });
      move('lost');
      show();
      void joinAgain();
    });
    on.on('seat.closed', ({ reason }) => {
      if (link === on) shut(reason, null);
    });
    on.on('notice', ({ topic, id, version }) => {
      if (link !== on || topic !== 'visit' || id !== visitId) return;
      heard = Math.max(heard, version);
      if (quiet) return;
      if (inCall()) keepQuiet(quietForOthersMs);
      else changed();
    });
  }

  function changed(): void {
    if (heard < 0) return;
    const version = heard;
    heard = -1;
    options.onEvent?.({ name: 'changed', version });
    if (version > (store.getSnapshot().snapshot?.version ?? -1)) void refresh();
  }

  function keepQuiet(ms: number): void {
    quiet = true;
    const mine = (quietSince += 1);
    later(ms, () => {
      if (joining || mine !== quietSince) return;
      quiet = false;
      changed();
    });
  }

  /** Takes the seat, or takes it back after a lost connection, and brings the room in line with the server. */
  async function claim(timeoutMs?: number, attempt = 0): Promise<void> {
    const mine = link;
    if (!mine || claiming === mine) return;
    claiming = mine;
    answersAwaited += 1;
    try {
      const again = seat.taken;
      const { snapshot, room: held } = await seat.claim(mine, room?.epoch ?? null, timeoutMs);
      if (link !== mine) return;
      tell(null);
      apply(snapshot);
      if (again && inCall()) {
        if (room && held?.epoch === room.epoch) {
          await room.resume(held);
          if (link === mine) move('resumed');
        } else void joinAgain();
      }
    } catch (error) {
      if (link === mine) claimFailed(asFailure(error), mine, attempt);
    } finally {
      answered();
      if (link === mine) show();
      claimed(mine);
    }
  }

  function claimFailed(failure: CallFailure, mine: Link, attempt: number): void {
    const end = endOf(failure);
    if (end) return shut(end, failure);
    tell(failure);
    if (failure.passing) {
      // A lost connection claims again when it is back; one that is up but did not answer is asked again.
      if (mine.up) later(retryAfter(attempt), () => void claim(undefined, attempt + 1));
    } else if (failure.code === 'sign_in_needed' || !move('refused')) shut(null, failure);
  }

  /** Reads the visit again after a notice; several at once cost one more reading. */
  async function refresh(): Promise<void> {
    const mine = link;
    if (!mine?.up || !seat.taken) return;
    if (claiming === mine) {
      stale = true;
      return;
    }
    claiming = mine;
    try {
      const { snapshot, room: held } = await seat.claim(mine, room?.epoch ?? null);
      if (link !== mine) return;
      apply(snapshot);
      if (room && phase() === 'joined' && held?.epoch !== room.epoch) void joinAgain();
    } catch (error) {
      const end = endOf(asFailure(error));
      if (end && link === mine) shut(end, asFailure(error));
    } finally {
      claimed(mine);
    }
  }

  /** What changed while the answer was on its way is read once more. */
  function claimed(over: Link): void {
    if (claiming === over) claiming = null;
    if (!stale || link !== over) return;
    stale = false;
    void refresh();
  }

  function apply(snapshot: VisitSnapshot): void {
    const before = store.getSnapshot().snapshot;
    if (before && snapshot.version < before.version) return;
    if (snapshot.rtpCapabilities) device.prepare(snapshot.rtpCapabilities);
    store.set({ snapshot });
    const end = endIn(snapshot);
    if (end) return shut(end, null);
    const waiting = newlyWaiting(before, snapshot);
    if (waiting.length > 0) options.onEvent?.({ name: 'waiting', seatIds: waiting });
    const { state } = snapshot.me;
    if (state === 'waiting') move('seat.waiting');
    else if ((state === 'admitted' || state === 'joined') && move('seat.admitted')) {
      if (before) options.onEvent?.({ name: 'admitted' });
      if (options.autoJoin) void join();
    }
  }

  function answered(): void {
    answersAwaited -= 1;
    if (answersAwaited > 0) return;
    const events = early;
    early = [];
    for (const event of events) event();
  }

  // ---- the room

  async function join(): Promise<void> {
    if (goingIn || nextPhase(phase(), 'join') === phase()) return;
    goingIn = true;
    later(joiningShownAfterMs, showJoining);
    await joinRoom();
  }

  function showJoining(): void {
    if (!goingIn) return;
    goingIn = false;
    move('join');
    show();
  }

  /** For whoever is in the call, or was a moment ago. */
  async function joinAgain(attempt = 0): Promise<void> {
    if (inCall()) await joinRoom(attempt);
  }

  async function joinRoom(attempt = 0): Promise<void> {
    const mine = link;
    if (!mine || joining === mine) return;
    joining = mine;
    quiet = true;
    answersAwaited += 1;
    let settled: Promise<void> | null = null;
    let failure: CallFailure | null = null;
    try {
      const prepared = device.now ?? (await device.ready());
      // Ours is a narrower type of the same value; the gateway checks it.
      const rtpCapabilities = prepared.device.recvRtpCapabilities as RtpCapabilitiesWire;
      const joined = await mine.request('room.join', { rtpCapabilities });
      if (link === mine && inCall()) settled = settleIn(prepared, mine, joined);
    } catch (error) {
      failure = asFailure(error);
    }
    // From here on, events find the room that the answer has brought.
    answered();
    await settled?.catch((error: unknown) => (failure = asFailure(error)));
    if (joining === mine) joining = null;
    if (link !== mine) return;
    keepQuiet(quietAfterJoinMs);
    if (failure) joinFailed(failure, mine, attempt);
  }

  async function settleIn(prepared: Prepared, mine: Link, joined: RoomJoined): Promise<void> {
    const before = room;
    const opened = openRoom(prepared, mine, joined, {
      wishFor: (seatId) => layers.wish(seatId),
      showFirst({ consumer }) {
        const place = goingIn ? options.firstPictures?.() : null;
        if (!place) return null;
        const picture = pictureOf(consumer.track);
        place.append(picture);
        return firstFrame(picture);
      },
      changed: show,
      failed: roomFailed,
      broken() {
        move('lost');
        later(retryMs[0], () => void joinAgain());
        show();
      },
    });
    room = opened;
    // The browser gets its part of the work first; what follows draws, or waits for something anyway.
    await nextTask();
    before?.close();
    if (room !== opened) return;
    send();
    if (goingIn) await opened.settled;
    if (room !== opened) return;
    showJoining();
    tell(null);
    if (move('join.done')) options.onEvent?.({ name: 'joined' });
    startSensing();
    show();
  }

  function joinFailed(failure: CallFailure, mine: Link, attempt: number): void {
    const end = endOf(failure);
    if (end) return shut(end, failure);
    showJoining();
    tell(failure);
    if (!failure.passing) {
      if (move('join.failed')) closeRoom();
      return;
    }
    // Down: the claim that follows the next connection joins again. Up: the room is being moved, or no node is there yet.
    if (!mine.up) return;
    later(retryAfter(attempt), () => void joinAgain(attempt + 1));
    if (failure.code === 'room_unavailable') void refresh();
  }

  function roomFailed(error: unknown): void {
    const failure = asFailure(error);
    if (!failure.passing) tell(failure);
    else if (link?.up) later(retryMs[2], () => void claim());
  }

  function startSensing(): void {
    stopSenses ??= startSenses(media, {
      room: () => room,
      speaking(seats, own) {
        speakers = seats;
        store.set({ speaking: own });
        show();
      },
      quality(word) {
        quality = word;
        show();
      },
    });
  }

  function online(): void {
    show();
    room?.nudge();
    // The old connection may look alive after the network changed; a short question finds out.
    const mine = link;
    if (!mine?.up || !seat.taken) return;
    void claim(1500).then(() => {
      if (link === mine && mine.up && store.getSnapshot().error?.code === 'unavailable') mine.cycle();
    });
  }

  // ---- the end

  function closeRoom(): void {
    stopSenses?.();
    stopSenses = null;
    layers.close();
    room?.close();
    room = null;
    options.firstPictures?.()?.replaceChildren();
    speakers = new Set();
    quality = 'good';
    store.set({ remotes: new Map(), speaking: false, mutedWhileSpeaking: false });
  }

  function tearDown(): void {
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
    removeEventListener('online', online);
    removeEventListener('offline', show);
    closeRoom();
    link?.close();
    link = null;
    early = [];
    linkGone = false;
    goingIn = false;
    quiet = false;
    heard = -1;
    seat.giveUp();
    show();
  }

  function shut(reason: ClosedReason | null, failure: CallFailure | null): void {
    if (phase() === 'closed') return;
    unfollowMedia();
    tearDown();
    store.set({ phase: 'closed', closedReason: reason, error: failure && tellError(failure) });
    if (reason) options.onEvent?.({ name: 'closed', reason });
  }

  /** A request that a person made; a refusal is shown and nothing else happens. */
  async function ask(request: (link: Link) => Promise<unknown>): Promise<void> {
    try {
      if (!link) throw new CallFailure('unavailable');
      await request(link);
      tell(null);
    } catch (error) {
      tell(asFailure(error));
    }
  }

  const unfollowMedia = media.subscribe(send);
  show();

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    async enter(arrival) {
      if (arrival) seat.arrive(arrival);
      if (!move('enter')) return;
      tell(null);
      if (link?.up) await claim();
      else connect();
    },
    join,
    async leave() {
      const mine = link;
      if (!move('leave')) return;
      link = null;
      tearDown();
      await mine?.request('visit.leave', {}, 2000).catch(() => undefined);
      mine?.close();
    },
    end: () => ask((to) => to.request('visit.end', {})),
    admit: (seatId) => ask((to) => to.request('seat.admit', { seatId })),
    remove: (seatId) => ask((to) => to.request('seat.remove', { seatId })),
    async setMicrophone(on) {
      intent.microphone = on;
      send();
      if (on) await media.wake('microphone');
    },
    async setCamera(on) {
      intent.camera = on;
      send();
      if (on) await media.wake('camera');
      else media.rest('camera');
    },
    async replaceDevice(source, deviceId) {
      await media.open({ [source]: { device: deviceId } });
    },
    showAt(seatId, width) {
      // A page that is taken down tells that nothing is shown any more; nobody is there to hear it.
      if (phase() !== 'closed') layers.show(seatId, width);
    },
    stats: async () => (room ? callStats(room) : null),
    close: () => shut('self', null),
  };
}
