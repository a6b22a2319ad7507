import { statuses } from './columns';
import type { Routes } from './columns';

/** People, links and sign-in. The cast has no steward and no administrator: test/integration/people.spec.ts is about them. */
// prettier-ignore
export const peopleRoutes: Routes = {
  //                                                                         pat phy int rel for fst rem rev out ano
  'POST /api/session/renew':                              { expected: statuses('200 200 200 200 200 200 200 200 401 401') },
  'POST /api/session/sign-out-everywhere':                { expected: statuses('204 204 204 204 204 204 204 204 401 401') },
  'GET /api/me/settings':                                 { expected: statuses('200 200 200 200 200 200 200 200 401 401') },
  'PUT /api/me/settings':                                 { expected: statuses('200 200 200 200 200 200 200 200 401 401') },
  'POST /api/me/welcome':                                 { expected: statuses('200 200 200 200 200 200 200 200 401 401') },
  'DELETE /api/me/sessions/{sessionId}':                  { expected: statuses('204 204 204 204 204 204 204 204 401 401') },
  'GET /api/pages/calendars':                              { expected: statuses('200 200 200 200 200 200 200 200 401 401') },
  'POST /api/me/calendars':                               { expected: statuses('422 422 422 422 422 422 422 422 401 401') },
  'POST /api/me/calendars/{linkId}/read':   { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'PUT /api/me/calendars/{linkId}/writes':  { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'DELETE /api/me/calendars/{linkId}':      { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'GET /api/pages/inbox':                                 { expected: statuses('200 200 200 200 200 200 200 200 401 401') },
  'POST /api/me/inbox/read':                              { expected: statuses('204 204 204 204 204 204 204 204 401 401') },
  'POST /api/me/push':                                    { expected: statuses('204 204 204 204 204 204 204 204 401 401') },
  'POST /api/me/push/end':                                { expected: statuses('204 204 204 204 204 204 204 204 401 401') },
  'POST /api/sms/receipts':                  { open: true, expected: statuses('404 404 404 404 404 404 404 404 404 404') },
  'POST /api/me/feed':                                    { expected: statuses('200 200 200 200 200 200 200 200 401 401') },
  'DELETE /api/me/feed':                                  { expected: statuses('204 204 204 204 204 204 204 204 401 401') },
  'GET /api/feeds/{token}':                  { open: true, expected: statuses('404 404 404 404 404 404 404 404 404 404') },
  'POST /api/institutions':                               { expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'PUT /api/institutions/{institutionId}':                { expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'GET /api/pages/people/{institutionId}':                { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'DELETE /api/institutions/{institutionId}/people/{personId}/{role}': { expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'POST /api/invitations':                                { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'POST /api/invitations/{invitationId}/again':           { expected: statuses('404 404 404 202 404 404 404 404 401 401') },
  'DELETE /api/invitations/{invitationId}':               { expected: statuses('404 404 404 204 404 404 404 404 401 401') },
  'POST /api/patients':                                   { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'PUT /api/patients/{personId}':                         { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'GET /api/patients/{personId}/audit-events':            { expected: statuses('200 404 404 200 404 404 404 404 401 401') },
  'POST /api/patients/{personId}/invite':                 { expected: statuses('404 404 404 202 404 404 404 404 401 401') },
  'POST /api/patients/{personId}/merge':                  { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'POST /api/sign-in':                       { open: true, expected: statuses('202 202 202 202 202 202 202 202 202 202') },
  'POST /api/links/look':        { open: true, link: true, expected: statuses('404 404 404 404 404 404 404 404 404 404') },
  'POST /api/links/redeem':      { open: true, link: true, expected: statuses('404 404 404 404 404 404 404 404 404 404') },
  'POST /api/links/code':        { open: true, link: true, expected: statuses('404 404 404 404 404 404 404 404 404 404') },
  'POST /api/links/confirm':     { open: true, link: true, expected: statuses('404 404 404 404 404 404 404 404 404 404') },
};
