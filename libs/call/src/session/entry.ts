import type { QualitySample, RoomJoined, RtpCapabilitiesWire } from '@okaeri/contracts';
import { startLadder, type Ladder } from '../ladder/ladder';
import { asFailure, type CallFailure } from '../link/failure';
import type { Link } from '../link/link';
import { nextPhase } from '../machine';
import { nextTask } from '../next-task';
import { firstFrame, pictureOf } from '../pictures';
import type { DeviceHolder, Prepared } from '../room/device';
import type { LayerChooser } from '../room/layers';
import { openRoom, type RoomHooks } from '../room/room';
import { startSenses, type Senses } from '../sense/senses';
import { retryAfter, type Ground } from './ground';
import type { Mailbox } from './mailbox';
import type { News } from './news';
import { endOf } from './seat';

/**
 * Drawing a new screen costs as much as the whole negotiation and delays it. So the page hears of a join when the first
 * picture shows, or after this time where it takes longer.
 */
const joiningShownAfterMs = 250;
/** Until the first pictures of a join have settled. */
const quietAfterJoinMs = 800;

export interface Entry {
  join(): Promise<void>;
  /** Whoever is in the call joins anew: the room has moved, or its paths are beyond repair. */
  joinAgain(): void;
  closeRoom(): void;
  quality(): QualitySample | null;
  /** The page has woken. */
  afresh(): void;
}

export interface EntryHooks {
  claim(): void;
  refresh(): void;
}

/** The way into the room, and into the next one when it moves. */
export function makeEntry(
  ground: Ground,
  device: DeviceHolder,
  layers: LayerChooser,
  mailbox: Mailbox,
  news: News,
  hooks: EntryHooks,
): Entry {
  const { options, store } = ground;
  /** The connection over which the room is being joined; an older one may still owe its answer. */
  let joining: Link | null = null;
  /** Asked for while a join was under way. */
  let onceMore = false;
  let senses: Senses | null = null;
  let ladder: Ladder | null = null;

  async function joinRoom(attempt: number): Promise<void> {
    const mine = ground.link;
    if (!mine) return;
    if (joining === mine) {
      onceMore = true;
      return;
    }
    joining = mine;
    onceMore = false;
    news.quiet();
    mailbox.await();
    let settled: Promise<void> | null = null;
    let failure: CallFailure | null = null;
    try {
      const prepared = device.now ?? (await device.ready());
      // Ours is a narrower type of the same value; the gateway checks it.
      const rtpCapabilities = prepared.device.recvRtpCapabilities as RtpCapabilitiesWire;
      const joined = await mine.request('room.join', { rtpCapabilities });
      if (ground.link === mine && ground.inCall) settled = settleIn(prepared, mine, joined);
    } catch (error) {
      failure = asFailure(error);
    }
    // From here on, events find the room that the answer has brought.
    mailbox.answered();
    await settled?.catch((error: unknown) => (failure = asFailure(error)));
    if (joining === mine) joining = null;
    if (ground.link !== mine) return;
    news.quietFor(quietAfterJoinMs);
    if (failure) failed(failure, mine, attempt);
    else if (onceMore) joinAgain();
  }

  function joinAgain(attempt = 0): void {
    if (ground.inCall) void joinRoom(attempt);
  }

  async function settleIn(prepared: Prepared, mine: Link, joined: RoomJoined): Promise<void> {
    const before = ground.room;
    const left = before?.received().map(({ offer }) => offer) ?? ground.left;
    const opened = openRoom(prepared, mine, joined, roomHooks, ground.goingIn ? null : left);
    ground.room = opened;
    ground.left = null;
    // The browser gets its part of the work first; what follows draws, or waits for something anyway.
    await nextTask();
    before?.close();
    if (ground.room !== opened) return;
    ground.send();
    if (ground.goingIn) await opened.settled;
    if (ground.room !== opened) return;
    showJoining();
    ground.tell(null);
    if (ground.move('join.done')) options.onEvent?.({ name: 'joined' });
    startSensing();
    ground.show();
  }

  const roomHooks: RoomHooks = {
    carried: () => ladder?.carried ?? { up: 'full', down: 'full' },
    wishFor: (seatId) => layers.wish(seatId),
    showFirst({ consumer }) {
      const place = ground.goingIn ? options.firstPictures?.() : null;
      if (!place) return null;
      const picture = pictureOf(consumer.track);
      place.append(picture);
      return firstFrame(picture);
    },
    changed: ground.show,
    missed: () => ground.later(retryAfter(0), hooks.claim),
    failed(error) {
      const failure = asFailure(error);
      if (!failure.passing) ground.tell(failure);
      else if (ground.link?.up) ground.later(retryAfter(2), hooks.claim);
    },
    broken() {
      ground.move('lost');
      ground.later(retryAfter(0), joinAgain);
      ground.show();
    },
  };

  function showJoining(): void {
    if (!ground.goingIn) return;
    ground.goingIn = false;
    ground.move('join');
    ground.show();
  }

  function failed(failure: CallFailure, mine: Link, attempt: number): void {
    const end = endOf(failure);
    if (end) return ground.shut(end, failure);
    showJoining();
    ground.tell(failure);
    if (!failure.passing) {
      if (ground.move('join.failed')) closeRoom();
      return;
    }
    // Down: the claim that follows the next connection joins again. Up: the room is being moved, or no node is there yet.
    if (!mine.up) return;
    ground.later(retryAfter(attempt), () => joinAgain(attempt + 1));
    if (failure.code === 'room_unavailable') hooks.refresh();
  }

  function startSensing(): void {
    senses ??= startSenses(options.media, {
      room: () => ground.room,
      wanted: () => ground.intent,
      speaking(seats, own) {
        ground.speakers = seats;
        store.set({ speaking: own });
        ground.show();
      },
    });
    ladder ??= startLadder({
      room: () => ground.room,
      link: () => ground.link,
      steps(steps, since) {
        store.set({ steps: { ...steps, since } });
        ground.show();
      },
      help: (help) => store.set({ help }),
      stalled(seats) {
        if (seats.size === ground.stalled.size && [...seats].every((one) => ground.stalled.has(one))) return;
        ground.stalled = seats;
        ground.show();
      },
    });
  }

  function closeRoom(): void {
    senses?.stop();
    senses = null;
    ladder?.stop();
    ladder = null;
    layers.close();
    ground.room?.close();
    ground.room = null;
    ground.left = null;
    ground.goingIn = false;
    options.firstPictures?.()?.replaceChildren();
    ground.speakers = new Set();
    ground.stalled = new Set();
    const steps = { up: 'full', down: 'full', since: 0 } as const;
    store.set({ remotes: new Map(), speaking: false, mutedWhileSpeaking: false, steps, help: null });
  }

  return {
    async join() {
      if (ground.goingIn || nextPhase(ground.phase, 'join') === ground.phase) return;
      ground.goingIn = true;
      ground.later(joiningShownAfterMs, showJoining);
      await joinRoom(0);
    },
    joinAgain: () => joinAgain(),
    closeRoom,
    quality: () => ladder?.quality() ?? null,
    afresh: () => senses?.afresh(),
  };
}
