import type { Edge } from '../edge/edge';
import { DemoMailSink } from './mail-sink';
import { MailboxController } from './mailbox.controller';

/** The mail of the demo world: where it arrives, and where it is read. */
export const mailboxEdge: Edge = { controllers: [MailboxController], providers: [DemoMailSink] };
