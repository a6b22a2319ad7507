import { statuses } from './columns';
import type { Routes } from './columns';

/** Booking and what coordinators look after. */
// prettier-ignore
export const bookingRoutes: Routes = {
  //                                                                                                pat phy int rel for fst rem rev out ano
  'DELETE /api/visits/{visitId}/seats/{seatId}':                         { expected: statuses('404 404 404 204 404 404 404 404 401 401') },
  'GET /api/pages/board':                                                { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'GET /api/pages/booking/{episodeId}':                                  { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'GET /api/pages/cases/{episodeId}':                                    { expected: statuses('200 200 404 200 404 404 404 404 401 401') },
  'GET /api/pages/jobs':                                                 { expected: statuses('404 200 200 200 404 200 200 404 401 401') },
  'GET /api/pages/my-visits':                                            { expected: statuses('200 200 200 200 200 200 200 200 401 401') },
  'GET /api/visits/{visitId}/history':                                   { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'POST /api/visits':                                                    { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'POST /api/visits/preview':                                            { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/confirm':                                  { expected: statuses('204 204 204 404 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/guests':                                   { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/messages/{messageId}/again': { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/move':                                     { expected: statuses('404 404 404 409 404 404 404 404 401 401') },
  'PUT /api/visits/{visitId}/outcome':                                   { expected: statuses('404 204 404 204 404 404 404 404 401 401') },
  'POST /api/visits/hold':                                               { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'DELETE /api/visits/{visitId}/hold':                                   { expected: statuses('404 404 404 409 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/asks':                                     { expected: statuses('404 404 404 409 404 404 404 404 401 401') },
  'DELETE /api/visits/{visitId}/asks':                                   { expected: statuses('404 404 404 204 404 404 404 404 401 401') },
  'POST /api/asks/{askId}/answer':                        { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'GET /api/pages/ready':                                                { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/decline':                                  { expected: statuses('204 204 204 404 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/tasks':                                    { expected: statuses('404 200 404 200 404 404 404 404 401 401') },
  'POST /api/tasks/{taskId}/done':                                       { expected: statuses('404 204 404 204 404 404 404 404 401 401') },
  'POST /api/tasks/{taskId}/waive':                                      { expected: statuses('404 204 404 204 404 404 404 404 401 401') },
  'PUT /api/episodes/{episodeId}/allowance':                             { expected: statuses('404 404 404 204 404 404 404 404 401 401') },
  'GET /api/pages/times/{episodeId}':                                    { expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'POST /api/episodes/{episodeId}/book':                                 { expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'GET /api/pages/visits/{visitId}/times':                               { expected: statuses('409 404 404 404 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/move-self':                                { expected: statuses('409 404 404 404 404 404 404 404 401 401') },
  'POST /api/slots':                                                     { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'POST /api/episodes/{episodeId}/my-slots':                             { expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'POST /api/slots/strips':                                              { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'GET /api/pages/availability/{resourceId}':                            { expected: statuses('404 200 404 200 404 404 404 404 401 401') },
  'PUT /api/availability/{resourceId}':                                  { expected: statuses('404 200 404 200 404 404 404 404 401 401') },
  'POST /api/things':                                                    { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'DELETE /api/things/{thingId}':                                        { expected: statuses('404 404 404 204 404 404 404 404 401 401') },
};
