import type { CheckState } from '@okaeri/call';

export type Verdict = 'good' | 'part' | 'failed';
export type Finding = 'ownSound' | 'soundBack' | 'pictureBack';
export const findings: readonly Finding[] = ['ownSound', 'soundBack', 'pictureBack'];

type Answers = Pick<CheckState, 'phase' | Finding>;

/** What ten seconds have shown, once they are over. What was not tried is nobody's fault, but is not "everything" either. */
export function verdictOf(state: Answers): Verdict | null {
  if (state.phase === 'failed') return 'failed';
  if (state.phase !== 'done') return null;
  return findings.every((finding) => state[finding] === true) ? 'good' : 'part';
}

/** Whole per cent of the ten seconds that are over. */
export function progressOf(state: Pick<CheckState, 'phase' | 'secondsLeft'>): number {
  if (state.phase === 'done') return 100;
  return Math.round((10 - Math.min(10, Math.max(0, state.secondsLeft))) * 10);
}
