export * from './types';
export type { CallPhase } from './machine';
export type { Store } from './store';
export type * from './media/types';
export { createLocalMedia } from './media/local';
export { createCall } from './call';
export { createCheck } from './check';
export { pictureOf } from './pictures';
