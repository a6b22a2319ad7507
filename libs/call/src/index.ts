export * from './types';
export type { CallPhase } from './machine';
export type { Store } from './store';
export type * from './media/types';
