import type { VisitPage } from '@okaeri/contracts';

export type ReadyStep = 'when' | 'device' | 'files' | 'questions' | 'done';

/** What there is to do for this reader; a guest adds no files to somebody else's records unless she may. */
export function stepsOf(page: VisitPage): ReadyStep[] {
  const steps: ReadyStep[] = ['when', 'device'];
  if (page.mayAddFiles) steps.push('files');
  if (page.me.role === 'patient' && page.episodeId) steps.push('questions');
  return [...steps, 'done'];
}

/** The step of the address, or the first. */
export function stepAt(steps: readonly ReadyStep[], asked: string | null): number {
  const at = steps.findIndex((step) => step === asked);
  return at === -1 ? 0 : at;
}
