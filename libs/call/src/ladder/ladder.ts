import { climb, farLookEveryMs, firstLadder, helpIn } from '@okaeri/contracts';
import type { Help, LadderSample, LadderSide, LadderState, LinkSide, QualitySample, Step } from '@okaeri/contracts';
import { CallFailure } from '../link/failure';
import type { Link } from '../link/link';
import type { Carried, Room } from '../room/room';
import { linkReport, type LinkReport } from '../sense/stats';
import { gauge, isExpected, type Gauge, type Read } from './look';
import { unsaidSteps } from './unsaid';
import { watchOthers } from '../back/stalled';

const lookEveryMs = 1000;
const farWithinMs = 2000;
const farGoodForMs = 5000;
/** What is said of the link for the visit's record. */
const reportEveryMs = 10_000;
/** Later than this the page slept, and what it counts is of no second. */
const sleptMs = 4000;

/** What the sfu saw between `from` and `at`. */
type Far = Record<LadderSide, LinkSide> & { from: number; at: number };

export interface LadderHooks {
  room(): Room | null;
  link(): Link | null;
  steps(carried: Carried, since: number): void;
  help(help: Help | null): void;
  stalled(seats: ReadonlySet<string>): void;
}

export interface Ladder {
  readonly carried: Carried;
  quality(): QualitySample | null;
  stop(): void;
}

/** Looks at the link each second and gives up, or takes up again, what it does not or does carry. */
export function startLadder(hooks: LadderHooks): Ladder {
  const sides: Record<LadderSide, LadderState> = { up: firstLadder('full', now()), down: firstLadder('full', now()) };
  const gauges = { up: gauge(), down: gauge() };
  const others = watchOthers();
  const unsaid = unsaidSteps(async (change) => {
    const link = hooks.link();
    if (!link) throw new CallFailure('unavailable');
    await link.request('step.report', change);
  }, now);
  let far: Far[] = [];
  let heardFar: Far | undefined;
  let askedAt = -Infinity;
  let asking = false;
  let looking = false;
  let suspicious = false;
  let lastAt = now();
  let lastRoom: Room | null = null;
  let lastReport: LinkReport | null = null;
  let last: QualitySample | null = null;
  let reportedAt = now();
  let heard = 0;
  let heardAt = now();
  let soon: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const carried = (): Carried => ({ up: mediaStep(sides.up), down: mediaStep(sides.down) });

  async function look(): Promise<void> {
    const room = hooks.room();
    if (!room || looking) return;
    looking = true;
    const found = await linkReport(room).catch(() => null);
    looking = false;
    if (!found || ended || hooks.room() !== room) return;
    const at = now();
    if (room !== lastRoom || at - lastAt > sleptMs) beginAnew(at);
    lastRoom = room;
    lastAt = at;
    take(room, found, at);
    lastReport = found;
    askFar(at);
    unsaid.say();
    report(at);
  }

  function beginAnew(at: number): void {
    for (const side of [gauges.up, gauges.down]) {
      side.settle(at);
      side.awake(at);
    }
    lastReport = null;
    far = [];
  }

  function take(room: Room, report: LinkReport, at: number): void {
    far = far.filter((one) => at - one.at <= farGoodForMs);
    const told = far.at(-1);
    const isNews = told !== heardFar;
    heardFar = told;
    const there = {
      up: meanOf(far, 'up', gauges.up, isNews),
      down: meanOf(far, 'down', gauges.down, isNews),
    };
    const before = lastReport;
    const up = gauges.up.read(at, report.up, {
      step: sides.up.step,
      expecting: before !== null && sentOf(report) > sentOf(before),
      pictures: before !== null && report.up.video.all > before.up.video.all,
      far: there.up,
    });
    const received = room.received();
    const expected = received.filter(({ offer }) => isExpected(offer));
    const down = gauges.down.read(
      at,
      // The sfu probes while moving pictures go over it.
      { ...report.down, estimate: there.down?.kbps ?? null, probed: sides.down.step === 'low' },
      {
        step: sides.down.step,
        expecting: expected.length > 0,
        pictures: expected.some(({ offer }) => offer.kind === 'video'),
        far: there.down,
      },
    );
    const changed = [step('up', up, at), step('down', down, at)].includes(true);
    const help = [helpIn(sides.up, up, at), helpIn(sides.down, down, at)];
    hooks.help(help.find((one) => one === 'message') ?? help.find((one) => one !== null) ?? null);
    watch(room, report, at);
    if (Math.max(up.silentMs, down.silentMs) >= silentMs) room.suspect();
    suspicious = up.suspicious || down.suspicious;
    last = sampleOf(report, up, down);
    if (!changed) return;
    room.carry(carried());
    hooks.steps({ up: sides.up.step, down: sides.down.step }, at);
  }

  /** Whose link is gone, at the moment that shows it: the next look may be a second away. */
  function watch(room: Room, { down, arrived }: LinkReport, at: number): void {
    if (down.heard !== heard) heardAt = at;
    heard = down.heard;
    hooks.stalled(others.look(at, room.received(), arrived, at - heardAt < aliveMs));
    clearTimeout(soon);
    if (others.nextMs < lookEveryMs) soon = setTimeout(() => void watchAgain(room), others.nextMs);
  }

  async function watchAgain(room: Room): Promise<void> {
    const found = await linkReport(room).catch(() => null);
    if (found && !ended && !looking && hooks.room() === room) watch(room, found, now());
  }

  function step(side: LadderSide, sample: LadderSample, at: number): boolean {
    const before = sides[side];
    const next = climb(before, sample, at);
    sides[side] = next;
    if (next.step === before.step) return false;
    unsaid.add(at, { side, step: next.step, cause: next.cause });
    gauges[side].settle(at);
    return true;
  }

  /** The sfu is asked when the last answer is there, and never twice at once: on a bad link a queue is the last thing needed. */
  function askFar(at: number): void {
    const link = hooks.link();
    const full = sides.up.step === 'full' && sides.down.step === 'full';
    const every = suspicious ? farLookEveryMs.suspicious : full ? farLookEveryMs.full : farLookEveryMs.below;
    if (asking || !link?.up || at - askedAt < every) return;
    asking = true;
    const from = askedAt;
    askedAt = at;
    void link
      .request('link.look', { losses: suspicious || !full }, farWithinMs)
      .then((answer) => far.push({ from, at: now(), ...answer }))
      .catch(() => undefined)
      .finally(() => (asking = false));
  }

  /** Not repeated: what cannot be said now is of no interest later. */
  function report(at: number): void {
    const link = hooks.link();
    if (!last || !link?.up || at - reportedAt < reportEveryMs) return;
    reportedAt = at;
    void link.request('quality.report', last).catch(() => undefined);
  }

  function sampleOf(report: LinkReport, up: Read, down: Read): QualitySample {
    const played = report.played - (lastReport?.played ?? 0);
    const concealed = report.concealed - (lastReport?.concealed ?? 0);
    return {
      ...{ upStep: sides.up.step, downStep: sides.down.step, upKbps: up.usedKbps, downKbps: down.usedKbps },
      upLoss: worst(up),
      downLoss: worst(down),
      roundTripMs: down.lastTripMs ?? up.lastTripMs,
      concealed: lastReport && played > 0 ? Math.min(1, Math.max(0, concealed / played)) : null,
      framesPerSecond: report.framesPerSecond,
      path: report.path,
    };
  }

  const timer = setInterval(() => void look(), lookEveryMs);
  return {
    get carried() {
      return carried();
    },
    quality: () => last,
    stop() {
      ended = true;
      clearInterval(timer);
      clearTimeout(soon);
    },
  };
}

const now = () => performance.now();
/** The browser takes twice as long to notice. */
const silentMs = 2500;
/** Less than the others' two seconds: a link that is gone is not theirs. */
const aliveMs = 1500;

const worst = ({ audioLoss, videoLoss }: Read) =>
  audioLoss === null && videoLoss === null ? null : Math.max(audioLoss ?? 0, videoLoss ?? 0);
const sentOf = ({ up }: LinkReport) => up.audio.all + up.video.all;

/** A cut says nothing of what the link carries: what went before it goes on after it, and until then. */
const mediaStep = ({ step, cutFrom }: LadderState): Step => cutFrom ?? step;

/**
 * One look may fall on the moment of a burst: what is believed of a loss is the mean of the last looks. What was lost by a
 * cut is in the first look after it, however late that is. How long packets took counts once, when it is told.
 */
function meanOf(
  looks: readonly Far[],
  side: LadderSide,
  { drainedAt, wholeAt }: Gauge,
  isNews: boolean,
): LinkSide | null {
  const last = looks.at(-1)?.[side];
  if (!last) return null;
  const fresh = looks.filter(({ from, at }) => at >= drainedAt && from >= wholeAt);
  const mean = (key: 'loss' | 'pictureLoss') => {
    const known = fresh.map((look) => look[side][key]).filter((loss) => loss !== null);
    return known.length > 0 ? known.reduce((sum, loss) => sum + loss, 0) / known.length : null;
  };
  const roundTripMs = isNews ? last.roundTripMs : null;
  return { ...last, roundTripMs, loss: mean('loss'), pictureLoss: mean('pictureLoss') };
}
