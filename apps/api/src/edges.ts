import { edge as admin } from './admin';
import { edge as booking } from './booking';
import { mailboxEdge } from './demo/mailbox';
import type { Edge } from './edge/edge';
import { edge as mails } from './mails';
import { edge as people } from './people';
import { edge as records } from './records';
import { edge as signIn } from './sign-in';
import { edge as threads } from './threads';

/** Every folder of routes; a new one is added here. */
export const edges: readonly Edge[] = [signIn, people, admin, booking, mails, records, threads];

/** Those that only the demo world has. */
export const demoEdges: readonly Edge[] = [mailboxEdge];
