export * from './entities';
export * from './followup.module';
export * from './post';
export type { MessageId } from './thread.entities';
export { markSeen, messageView, threadHead, threadPage } from './threads';
export type { ThreadPlace, ThreadReader } from './threads';
export { seedMessage } from './seed';
