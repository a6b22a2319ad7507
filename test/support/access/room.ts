import { statuses } from './columns';
import type { Routes } from './columns';

/** The waiting room, what is written in a visit and how its links were. In the table nobody has come in, so nobody writes or is let in. */
// prettier-ignore
export const roomRoutes: Routes = {
  //                                                             pat phy int rel for fst rem rev out ano
  'GET /api/visits/{visitId}/chat':      { expected: statuses('200 200 200 404 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/chat':     { expected: statuses('409 409 409 404 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/late':     { expected: statuses('404 204 404 204 404 404 404 404 401 401') },
  'PUT /api/visits/{visitId}/waiting':   { expected: statuses('404 204 404 204 404 404 404 404 401 401') },
  'GET /api/visits/{visitId}/quality':   { expected: statuses('404 200 404 200 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/callback/done': { expected: statuses('404 204 404 404 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/admit':    { expected: statuses('404 409 404 404 404 404 404 404 401 401') },
};
