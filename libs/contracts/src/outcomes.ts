import type { VisitStatus } from './states';

/*
 * What becomes of a visit, as data: the first line that fits counts. "Came" is a patient who has said where she is,
 * "entered" a physician who was let in, "both in" that either has joined the room once. `ended` is the physician who ends
 * the visit, `closed` the sweep after the closing time, when no window is left.
 */
export interface OutcomeFacts {
  patientCame: boolean;
  physicianCame: boolean;
  bothIn: boolean;
  moment: 'ended' | 'closed';
  /** Whether the visit was to have begun by now. */
  past: boolean;
  /** Physicians among themselves: both in are then any two of its people, and nobody's absence is told of. */
  conference: boolean;
}

export const outcomeRules = [
  { id: 'conferred', when: { conference: true, bothIn: true }, to: 'fulfilled' },
  { id: 'met', when: { patientCame: true, bothIn: true, conference: false }, to: 'fulfilled' },
  {
    id: 'patient_absent',
    when: { patientCame: false, physicianCame: true, past: true, conference: false },
    to: 'noshow',
  },
  // She came and was not seen: never told as hers.
  { id: 'not_received', when: { patientCame: true, bothIn: false }, to: 'cancelled' },
  { id: 'not_conferred', when: { conference: true, bothIn: false, past: true }, to: 'cancelled' },
  { id: 'nobody', when: { patientCame: false, physicianCame: false, moment: 'closed' }, to: 'cancelled' },
] as const satisfies readonly { id: string; when: Partial<OutcomeFacts>; to: VisitStatus }[];
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
