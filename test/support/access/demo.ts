import { statuses } from './columns';
import type { Routes } from './columns';

/** The demo world. */
// prettier-ignore
export const demoRoutes: Routes = {
  //                                                             pat phy int rel for fst rem rev out ano
  'GET /api/demo/stage':     { open: true, expected: statuses('200 200 200 200 200 200 200 200 200 200') },
  'GET /api/demo/mailbox':   { open: true, expected: statuses('200 200 200 200 200 200 200 200 200 200') },
  'GET /api/demo/outbox':    { open: true, expected: statuses('200 200 200 200 200 200 200 200 200 200') },
  'GET /api/demo/mailbox/{mailId}': { open: true, expected: statuses('404 404 404 404 404 404 404 404 404 404') },
  'POST /api/demo/sign-in':  { open: true, expected: statuses('200 200 200 200 200 200 200 200 200 200') },
  'POST /api/demo/code':     { open: true, expected: statuses('403 403 403 403 403 403 403 403 403 403') },
};
