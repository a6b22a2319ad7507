/** What the api reads and writes of it. */
export { postChat, postLate, readChat } from './chat';
export type { ChatWriting } from './chat';
export { VisitMessage } from './visit-message.entity';
