import { oneWinner } from '../faults/t8';
import type { Bench } from './result';

/** Two hundred clients who want one time at once: how long each waits for her answer. T8 asks the same. */
export const contend: Bench = async (progress) => ({ ...(await oneWinner(progress)), bench: 'contend' });
