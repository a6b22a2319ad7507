export { doneCallback, readCallbacks } from './callbacks';
export { readSamples, sweepLinks } from './samples';
export type { Sampled } from './samples';
export { readSteps } from './steps';
export type { Stretch } from './steps';
