import type { VisitOutcome, VisitStatus } from './states';

/*
 * What becomes of a visit, as data: the first line that fits counts. "Came" is a patient who has said where she is,
 * "entered" a physician who was let in, "both in" that either has joined the room once. `ended` is the physician who ends
 * the visit, `closed` the sweep after the closing time, when no window is left.
 */
export interface OutcomeFacts {
  patientCame: boolean;
  physicianCame: boolean;
  bothIn: boolean;
  /** The patient was let in. */
  admitted: boolean;
  /** She pressed to come in while the door was open, and it was not she who kept herself out. */
  keptOut: boolean;
  /** They met, but so much after the time that it is told. */
  late: boolean;
  moment: 'ended' | 'closed';
  /** Whether the visit was to have begun by now. */
  past: boolean;
  /** Physicians among themselves: both in are then any two of its people, and nobody's absence is told of. */
  conference: boolean;
}

export const outcomeRules = [
  { id: 'conferred', when: { conference: true, bothIn: true }, to: 'fulfilled', outcome: 'attended' },
  {
    id: 'met_late',
    when: { patientCame: true, bothIn: true, late: true, conference: false },
    to: 'fulfilled',
    outcome: 'late',
  },
  { id: 'met', when: { patientCame: true, bothIn: true, conference: false }, to: 'fulfilled', outcome: 'attended' },
  // Both were there, and what is ours kept them apart.
  {
    id: 'technical',
    when: { patientCame: true, physicianCame: true, admitted: true, bothIn: false, conference: false },
    to: 'cancelled',
    outcome: 'technical',
  },
  {
    id: 'kept_out',
    when: { patientCame: false, keptOut: true, past: true, conference: false },
    to: 'cancelled',
    outcome: 'technical',
  },
  {
    id: 'patient_absent',
    when: { patientCame: false, physicianCame: true, past: true, conference: false },
    to: 'noshow',
    outcome: 'noshow',
  },
  // She came and was not seen: never told as hers.
  { id: 'not_received', when: { patientCame: true, bothIn: false }, to: 'cancelled', outcome: 'not_received' },
  { id: 'not_conferred', when: { conference: true, bothIn: false, past: true }, to: 'cancelled', outcome: 'nobody' },
  {
    id: 'nobody',
    when: { patientCame: false, physicianCame: false, moment: 'closed' },
    to: 'cancelled',
    outcome: 'nobody',
  },
] as const satisfies readonly {
  id: string;
  when: Partial<OutcomeFacts>;
  to: VisitStatus;
  outcome: VisitOutcome;
}[];
export type OutcomeRule = (typeof outcomeRules)[number];
export type OutcomeRuleId = OutcomeRule['id'];

/** The rule that decides, or none: the visit cannot be ended yet. */
export function outcomeOf(facts: OutcomeFacts): OutcomeRule | null {
  const fits = ({ when }: { when: Partial<OutcomeFacts> }) =>
    (Object.keys(when) as (keyof OutcomeFacts)[]).every((fact) => when[fact] === facts[fact]);
  return outcomeRules.find(fits) ?? null;
}

/** For how many days a person may set another outcome. */
export const outcomeDays = 30;

/** Who begins so many minutes after the time is late. */
export const lateMinutes = 10;

/** What somebody may say who knows better: the status that it gives the visit, and what it counts as. */
export const outcomesSaid = {
  fulfilled: { status: 'fulfilled', outcome: 'attended' },
  late: { status: 'fulfilled', outcome: 'late' },
  noshow: { status: 'noshow', outcome: 'noshow' },
  technical: { status: 'cancelled', outcome: 'technical' },
  cancelled: { status: 'cancelled', outcome: null },
} as const satisfies Record<string, { status: VisitStatus; outcome: VisitOutcome | null }>;
export type OutcomeSaid = keyof typeof outcomesSaid;
