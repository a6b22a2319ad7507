import { statuses } from './columns';
import type { Routes } from './columns';

/** Sessions, pages and visits. */
// prettier-ignore
export const visitRoutes: Routes = {
  //                                                             pat phy int rel for fst rem rev out ano
  'GET /api/pages/home':                 { expected: statuses('200 200 200 200 200 200 200 200 401 401') },
  'GET /api/pages/today':                { expected: statuses('404 200 200 200 404 200 200 404 401 401') },
  'GET /api/pages/unsigned-notes':       { expected: statuses('404 200 200 200 404 200 200 404 401 401') },
  'GET /api/pages/visits/{visitId}':     { expected: statuses('200 200 200 404 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/cancel':   { expected: statuses('204 204 404 204 404 404 404 404 401 401') },
  'PUT /api/me/language':                { expected: statuses('200 200 200 200 200 200 200 200 401 401') },
  'POST /api/session/sign-out':          { expected: statuses('204 204 204 204 204 204 204 204 401 401') },
  'GET /api/session':        { open: true, expected: statuses('200 200 200 200 200 200 200 200 200 200') },
  'GET /healthz':            { open: true, expected: statuses('200 200 200 200 200 200 200 200 200 200') },
  'GET /readyz':             { open: true, expected: statuses('200 200 200 200 200 200 200 200 200 200') },
  'GET /metrics':            { open: true, expected: statuses('200 200 200 200 200 200 200 200 200 200') },
};
