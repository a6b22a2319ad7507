/**
 * What is given up on a bad link, and when, as data: pictures first, sound last, the visit never. Two machines run in a
 * page: `up` for what she sends, `down` for what she gets.
 */
export const steps = ['full', 'low', 'stills', 'audio', 'callback', 'message'] as const;
export type Step = (typeof steps)[number];
export const ladderSides = ['up', 'down'] as const;
export type LadderSide = (typeof ladderSides)[number];
/** What is offered to her of whom nothing comes through: to be rung, and to record a message. */
export type Help = 'callback' | 'message';
export const stepCauses = ['loss', 'narrow', 'slow', 'silent', 'better', 'self'] as const;
export type StepCause = (typeof stepCauses)[number];

/** Kilobits a second, on one side, below which a step cannot be kept. */
export const needs: Readonly<Record<Step, number>> = {
  full: 400,
  low: 150,
  stills: 70,
  audio: 20,
  callback: 0,
  message: 0,
};

export const limits = {
  loss: { audio: 0.05, video: 0.12 },
  roundTripMs: 1500,
  /** Bad samples of the last four. */
  downAfter: 3,
  headroomDown: 1,
  upAfterMs: 12_000,
  upHeadroom: 1.5,
  /** After so long a calm a way up is tried whatever is known of the link: what little goes over it shows little of it. */
  upAnywayMs: 30_000,
  upLoss: { audio: 0.02, video: 0.05 },
  /** A way up that is bad within this time was none. */
  trialMs: 15_000,
  /** Times each of these times, by how many ways up were none; forgotten by one that was, and after so long a calm. */
  backoff: [1, 2, 4, 8],
  backoffCalmMs: 60_000,
  /** Changes within a minute; the way up leaves one for the way down. */
  mostPerMinute: 3,
  upOnlyBelow: 2,
  silentToCallbackMs: 15_000,
  silentToMessageMs: 30_000,
  audioHopeless: { loss: 0.3, forMs: 10_000 },
  /** Samples that flow again, before the sound comes back. */
  flowsMs: 3000,
} as const;

/**
 * How often the sfu is asked what it sees of a link. While all is well, and nothing that the browser counts says otherwise, only
 * how wide it is, and seldom: a link that gets narrow without a loss shows smaller pictures, and that is all.
 */
export const farLookEveryMs = { full: 30_000, below: 2000, suspicious: 1000 } as const;

/** One second of a link, the worse of what both ends see. `null`: not known. */
export interface LadderSample {
  /** What the link is thought to carry. */
  kbps: number | null;
  audioLoss: number | null;
  videoLoss: number | null;
  roundTripMs: number | null;
  /** For how long nothing has come through at all. */
  silentMs: number;
}

export interface LadderState {
  step: Step;
  cause: StepCause;
  /** When this step was reached. */
  since: number;
  /** When each step of the last minute was changed. */
  changes: readonly number[];
  /** Whether each of the last samples was bad, the newest last. */
  bad: readonly boolean[];
  /** Since when every sample has been good enough for the way up. */
  calmSince: number | null;
  /** Since when the sound has been hopeless, and since when it flows again. */
  hopelessSince: number | null;
  flowsSince: number | null;
  /** Where the way was cut: a cut says nothing of what the link carries, so this is what it comes back to. */
  cutFrom: Step | null;
  /** The last change went up, so it is on trial. */
  trial: boolean;
  backoff: number;
}

export const firstLadder = (step: Step, nowMs: number): LadderState => ({
  ...{ step, cause: 'self', since: nowMs, changes: [], bad: [], calmSince: null },
  ...{ hopelessSince: null, flowsSince: null, cutFrom: null, trial: false, backoff: 0 },
});

const minute = 60_000;
const window = 4;
const nothingMs = 1000;
const at = (step: Step): number => steps.indexOf(step);
/** Pictures may be given up by these; `callback` and `message` are beyond them. */
const moving = steps.slice(0, at('callback'));

/** The state after one sample. Pure: the same samples lead to the same steps. */
export function climb(before: LadderState, sample: LadderSample, nowMs: number): LadderState {
  const state = remember(before, sample, nowMs);
  const { step } = state;
  if (step === 'callback' || step === 'message') return beyond(state, sample, nowMs);
  const silent = sample.silentMs >= limits.silentToCallbackMs;
  // Leaves one of the minute's changes for the way back, which must never wait.
  if ((silent || isHopeless(state, nowMs)) && may(state, limits.upOnlyBelow)) {
    const gone = move(state, 'callback', silent ? 'silent' : 'loss', nowMs);
    return silent ? { ...gone, cutFrom: step } : gone;
  }
  if (state.bad.filter(Boolean).length >= limits.downAfter) return down(state, sample, nowMs);
  return mayRise(state, sample, nowMs) ? move(state, steps[at(step) - 1] ?? step, 'better', nowMs) : state;
}

/** What the sample adds to what is known. */
function remember(state: LadderState, sample: LadderSample, nowMs: number): LadderState {
  const { audioHopeless } = limits;
  const flows = sample.silentMs === 0 && (sample.audioLoss ?? 0) < limits.loss.audio;
  const calm = isCalm(sample) ? (state.calmSince ?? nowMs) : null;
  const passed = state.trial && nowMs - state.since >= limits.trialMs;
  return {
    ...state,
    changes: state.changes.filter((change) => nowMs - change < minute),
    bad: [...state.bad, isBad(sample, state.step)].slice(-window),
    calmSince: calm,
    hopelessSince: (sample.audioLoss ?? 0) > audioHopeless.loss ? (state.hopelessSince ?? nowMs) : null,
    flowsSince: flows ? (state.flowsSince ?? nowMs) : null,
    trial: state.trial && !passed,
    backoff: passed || lasts(calm, patienceOf(state, limits.backoffCalmMs), nowMs) ? 0 : state.backoff,
  };
}

/** Why a sample is bad for a step, or `null`. */
function causeOf({ kbps, audioLoss, videoLoss, roundTripMs, silentMs }: LadderSample, step: Step): StepCause | null {
  // Where nothing comes through at all there is nothing to measure, and no smaller picture helps.
  if (silentMs >= nothingMs) return null;
  const pictures = step !== 'audio';
  if ((audioLoss ?? 0) > limits.loss.audio || (pictures && (videoLoss ?? 0) > limits.loss.video)) return 'loss';
  if (kbps !== null && kbps < needs[step] * limits.headroomDown) return 'narrow';
  return (roundTripMs ?? 0) > limits.roundTripMs ? 'slow' : null;
}

const isBad = (sample: LadderSample, step: Step): boolean => causeOf(sample, step) !== null;

const isCalm = ({ audioLoss, videoLoss, roundTripMs, silentMs }: LadderSample): boolean =>
  silentMs === 0 &&
  (audioLoss ?? 0) < limits.upLoss.audio &&
  (videoLoss ?? 0) < limits.upLoss.video &&
  (roundTripMs ?? 0) <= limits.roundTripMs;

/** The highest step that the link still carries, one below at least: a collapse is one change. */
function down(state: LadderState, sample: LadderSample, nowMs: number): LadderState {
  const lower = moving.slice(at(state.step) + 1);
  const { kbps } = sample;
  const target = kbps === null ? lower[0] : (lower.find((step) => needs[step] <= kbps) ?? lower.at(-1));
  if (!target || !may(state, limits.mostPerMinute)) return state;
  const backoff = state.trial ? Math.min(state.backoff + 1, limits.backoff.length - 1) : state.backoff;
  return move({ ...state, backoff }, target, causeOf(sample, state.step) ?? state.cause, nowMs);
}

function mayRise(state: LadderState, { kbps }: LadderSample, nowMs: number): boolean {
  const next = steps[at(state.step) - 1];
  if (!next || !may(state, limits.upOnlyBelow)) return false;
  // With sound alone nothing is measured that pictures would need, so it is tried. What is full needs so much more than what is
  // not that it is no first guess.
  const isCheap = state.step === 'audio' || (kbps === null && next !== 'full');
  const hasRoom = isCheap || (kbps !== null && kbps >= needs[next] * limits.upHeadroom);
  const patience = patienceOf(state, hasRoom ? limits.upAfterMs : limits.upAnywayMs);
  return lasts(state.calmSince, patience, nowMs) && nowMs - state.since >= patience;
}

const patienceOf = ({ backoff }: LadderState, ms: number): number => ms * (limits.backoff[backoff] ?? 1);

/** Nothing comes through: she is rung, or leaves a message, until the sound is back. */
function beyond(state: LadderState, { silentMs }: LadderSample, nowMs: number): LadderState {
  // At once: the sound is what everything else is given up for.
  if (lasts(state.flowsSince, limits.flowsMs, nowMs)) return move(state, state.cutFrom ?? 'audio', 'better', nowMs);
  const late = state.step === 'callback' && silentMs >= limits.silentToMessageMs;
  return late && may(state, limits.upOnlyBelow)
    ? { ...move(state, 'message', 'silent', nowMs), cutFrom: state.cutFrom }
    : state;
}

/** A step may have to wait until the minute has a change left; help for who is cut off may not. */
export function helpIn(state: LadderState, { silentMs }: LadderSample, nowMs: number): Help | null {
  if (state.step === 'message' || silentMs >= limits.silentToMessageMs) return 'message';
  const lost = silentMs >= limits.silentToCallbackMs || isHopeless(state, nowMs);
  return lost || state.step === 'callback' ? 'callback' : null;
}

const isHopeless = ({ step, hopelessSince }: LadderState, nowMs: number): boolean =>
  step === 'audio' && lasts(hopelessSince, limits.audioHopeless.forMs, nowMs);
const may = ({ changes }: LadderState, most: number): boolean => changes.length < most;
const lasts = (since: number | null, ms: number, nowMs: number): boolean => since !== null && nowMs - since >= ms;

function move(state: LadderState, step: Step, cause: StepCause, nowMs: number): LadderState {
  return {
    ...state,
    ...{ step, cause, since: nowMs, changes: [...state.changes, nowMs], bad: [], calmSince: null },
    ...{ hopelessSince: null, flowsSince: null, cutFrom: null, trial: at(step) < at(state.step) },
  };
}
