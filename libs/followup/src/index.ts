export * from './entities';
export * from './followup.module';
export * from './post';
export type { MessageId } from './thread.entities';
export { markSeen, threadHead, threadPage } from './threads';
export type { ThreadPlace, ThreadReader } from './threads';
