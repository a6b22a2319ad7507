import type { Edge } from '../edge/edge';
import { DemoMailSink } from './mail-sink';
import { MailboxController } from './mailbox.controller';
import { OutboxController } from './outbox.controller';

/** The mail and the short messages of the demo world: where they arrive, and where they are read. */
export const mailboxEdge: Edge = { controllers: [MailboxController, OutboxController], providers: [DemoMailSink] };
