import type { VisitPage } from '@okaeri/contracts';
import { stepAt, stepsOf } from './steps';

const page = (role: 'patient' | 'guest', more: Partial<VisitPage> = {}) =>
  ({ me: { role }, episodeId: '6d4f1a9e-2b3c-4d5e-8f60-718293a4b5c6', mayAddFiles: true, ...more }) as VisitPage;

describe('getting ready', () => {
  it('asks a patient for files and questions, and a guest for neither', () => {
    expect(stepsOf(page('patient'))).toEqual(['when', 'device', 'files', 'questions', 'done']);
    expect(stepsOf(page('guest', { mayAddFiles: false }))).toEqual(['when', 'device', 'done']);
  });

  it('begins anew where the address names no step of hers', () => {
    const steps = stepsOf(page('guest', { mayAddFiles: false }));
    expect(stepAt(steps, 'device')).toBe(1);
    expect(stepAt(steps, 'files')).toBe(0);
    expect(stepAt(steps, null)).toBe(0);
  });
});
