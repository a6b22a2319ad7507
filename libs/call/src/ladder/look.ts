import type { ConsumerOffer, LadderSample, LinkSide, Step } from '@okaeri/contracts';
import { limits, needs, steps } from '@okaeri/contracts';

/** One direction of the link as the browser counts it, as sums since its transport was made. */
export interface Counted {
  /** Bytes of any kind that came in over this transport: answers and reports of the other end, too. */
  heard: number;
  bytes: number;
  audio: Packets;
  video: Packets;
  /** What the sender thinks the link carries; `null` where nobody thinks anything. */
  estimate: number | null;
  roundTripMs: number | null;
  /** Which way through the network is taken, as the browser calls it; `null` where it does not say. */
  way: string | null;
  /** How often that was measured; `null` where the browser does not say. */
  trips: number | null;
  /** The encoder says that it is held down by the link. */
  limited: boolean;
  /** A loss is counted here as it happens. Otherwise the other end tells it, seconds later. */
  firsthand: boolean;
  /** More than is used is sent now and then to find out, so that the estimate grows beyond what is used. */
  probed: boolean;
}
export interface Packets {
  /** Those that are lost are among them. */
  all: number;
  lost: number;
}

/** Looks are compared over this time: one second says too little of a loss. */
const windowMs = 4000;
/** Fewer packets than this say nothing about a rate of loss. */
const enoughPackets = 20;
/** After a beginning, a way up or a cut, an estimate needs this long to find what the link carries. */
const settleMs = 6000;
/** An estimate of which less is used is no measure of the link, only of what was sent. */
const pressed = 0.4;
/** What was on its way when less was asked for may still be lost. */
const drainMs = 2500;
/** A silence of this length is one: more than a look apart. */
const silence = 1500;

interface Seen extends Counted {
  at: number;
}

export interface View {
  step: Step;
  /** Something ought to come: a silence may begin. */
  expecting: boolean;
  /** Pictures go over it, so that an estimate means something. */
  pictures: boolean;
  /** The same direction as the other end sees it. */
  far: Omit<LinkSide, 'kbps'> | null;
}
export type Read = LadderSample & {
  usedKbps: number | null;
  /** As it was measured last, whenever that was. */
  lastTripMs: number | null;
  /** The browser counts a loss, or packets take long: the sfu is to say whose it is. */
  suspicious: boolean;
};

export interface Gauge {
  /** What is to be said of the link at this moment. */
  read(now: number, counted: Counted, view: View): Read;
  /** What was found so far says nothing of what comes. */
  settle(now: number): void;
  /** What was found of losses before this moment is of what was on its way. */
  readonly drainedAt: number;
  /** After the way came back, or went over to another network: what was lost before this moment was lost by that. */
  readonly wholeAt: number;
  /** The page slept: what it did not hear was not silence. */
  awake(now: number): void;
}

/** Turns sums into what the ladder goes by: one for what she sends, one for what she gets. */
export function gauge(): Gauge {
  let seen: Seen[] = [];
  let settledAt = -Infinity;
  let drainedAt = -Infinity;
  let wholeAt = -Infinity;
  let heardAt: number | null = null;

  function settle(now: number): void {
    settledAt = now + settleMs;
    drainedAt = now + drainMs;
    seen = seen.slice(-1);
  }

  function begin(now: number): void {
    settle(now);
    wholeAt = drainedAt;
  }

  /** For how long nothing has been heard. */
  function listen(now: number, grown: boolean, expecting: boolean): number {
    const silent = now - (heardAt ?? now);
    // Nobody expects anything of a path that is given up: what has begun ends only with something heard.
    if (heardAt === null || grown || (!expecting && silent < silence)) {
      if (silent >= silence) begin(now);
      heardAt = now;
      return 0;
    }
    return silent;
  }

  return {
    settle,
    get drainedAt() {
      return drainedAt;
    },
    get wholeAt() {
      return wholeAt;
    },
    awake(now) {
      heardAt = now;
    },
    read(now, counted, { step, expecting, pictures, far }) {
      const before = seen.at(-1);
      // Sums that fall are of a new transport, or one of the streams has ended.
      if (before && (counted.heard < before.heard || counted.bytes < before.bytes)) seen = [];
      if (before && counted.way !== before.way) begin(now);
      const silentMs = listen(now, !before || counted.heard !== before.heard, expecting);
      // The first packets after it may come a moment later than the first sign of life, and tell only then what is missing.
      if (now < wholeAt) seen = [];
      seen = [...seen.filter(({ at }) => now - at <= windowMs), { ...counted, at: now }];
      const first = seen[0]!;
      const seconds = (now - first.at) / 1000;
      const usedKbps = seconds > 0 ? (Math.max(0, counted.bytes - first.bytes) * 8) / 1000 / seconds : null;
      const own = { audioLoss: lossOf(first.audio, counted.audio), videoLoss: lossOf(first.video, counted.video) };
      // A measurement counts once: one that was late by chance would be taken for a link that is slow.
      const isOld = counted.trips !== null && before?.trips === counted.trips;
      const ownTripMs = isOld ? null : counted.roundTripMs;
      const roundTripMs = worse(ownTripMs, far?.roundTripMs ?? null);
      const measured = pictures && now >= settledAt;
      return {
        kbps: measured ? known(counted, usedKbps, step) : null,
        ...(now < drainedAt ? noLoss : lossIn(own, far, counted.firsthand)),
        roundTripMs,
        lastTripMs: counted.roundTripMs,
        silentMs,
        usedKbps,
        suspicious:
          Math.max(own.audioLoss ?? 0, own.videoLoss ?? 0) > limits.loss.audio ||
          (roundTripMs ?? 0) > limits.roundTripMs,
      };
    },
  };
}

/**
 * An estimate that is not probed grows only as far as it is used. Below what the step needs it counts when the link really holds something
 * down; between that and what the next step needs it says nothing, and a try must show.
 */
function known({ estimate, limited, probed }: Counted, used: number | null, step: Step): number | null {
  if (!estimate) return null;
  if (estimate < needs[step]) return limited || (used ?? 0) >= estimate * pressed ? estimate : null;
  const next = steps[steps.indexOf(step) - 1];
  return next && !probed && estimate < needs[next] * limits.upHeadroom ? null : estimate;
}

type Loss = Pick<LadderSample, 'audioLoss' | 'videoLoss'>;
const noLoss: Loss = { audioLoss: null, videoLoss: null };

/**
 * The sfu knows what this link has lost. The browser's own counts hold what others' links have lost as well: of what she
 * gets it is missing, and of what she says the sfu reports the worst of her listeners. They are for when it does not answer.
 * But what this link loses on its way here cannot be more than is missing here: the sfu may have heard of it only now.
 */
function lossIn(own: Loss, far: View['far'], firsthand: boolean): Loss {
  if (!far) return own;
  const most = (mine: number | null) => (firsthand ? (mine ?? 1) : 1);
  const atMost = (loss: number | null, limit: number) => (loss === null ? null : Math.min(loss, limit));
  return {
    audioLoss: atMost(far.loss, most(own.audioLoss)),
    videoLoss: atMost(far.pictureLoss, most(own.videoLoss)),
  };
}

function lossOf(first: Packets, last: Packets): number | null {
  const all = last.all - first.all;
  return all < enoughPackets ? null : Math.min(1, Math.max(0, (last.lost - first.lost) / all));
}

const worse = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

/** Whether a stream ought to come in. */
export const isExpected = ({ held, paused, producerPaused }: ConsumerOffer): boolean =>
  !held && !paused && !producerPaused;
