import { edge as admin } from './admin';
import { edge as availability } from './availability';
import { edge as booking } from './booking';
import { edge as calendars } from './calendars';
import { edge as chat } from './chat';
import { edge as clocks } from './clocks';
import { mailboxEdge } from './demo/mailbox';
import type { Edge } from './edge/edge';
import { edge as everything } from './everything';
import { edge as glass } from './glass';
import { edge as looked } from './looked';
import { edge as mails } from './mails';
import { edge as people } from './people';
import { edge as planning } from './planning';
import { edge as quality } from './quality';
import { edge as ready } from './ready';
import { edge as records } from './records';
import { edge as sharing } from './sharing';
import { edge as signIn } from './sign-in';
import { edge as slots } from './slots';
import { edge as statistics } from './statistics';
import { edge as threads } from './threads';
import { edge as told } from './told';
import { edge as wait } from './wait';

/** Every folder of routes; a new one is added here. */
export const edges: readonly Edge[] = [
  signIn,
  people,
  admin,
  booking,
  mails,
  records,
  threads,
  chat,
  wait,
  quality,
  availability,
  slots,
  ready,
  planning,
  clocks,
  statistics,
  looked,
  everything,
  glass,
  sharing,
  calendars,
  told,
];

/** Those that only the demo world has. */
export const demoEdges: readonly Edge[] = [mailboxEdge];
