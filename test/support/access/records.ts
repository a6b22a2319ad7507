import { statuses } from './columns';
import type { Routes } from './columns';

/** Files, notes and messages. The file of the cast is still being sent, and no note is signed. */
// prettier-ignore
export const recordsRoutes: Routes = {
  //                                                                               pat phy int rel for fst rem rev out ano
  'DELETE /api/files/{fileId}':                         { expected: statuses('204 204 404 404 404 404 404 404 401 401') },
  'GET /api/episodes/{episodeId}/messages':             { expected: statuses('200 200 404 200 404 404 404 404 401 401') },
  'GET /api/files/{fileId}':              { absent: true, expected: statuses('200 404 404 404 404 404 404 404 401 401') },
  'GET /api/files/{fileId}/content':      { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'GET /api/pages/episodes/{episodeId}/files':          { expected: statuses('200 200 404 200 404 404 404 404 401 401') },
  'GET /api/pages/files':                               { expected: statuses('200 200 200 200 200 200 200 200 401 401') },
  'GET /api/pages/glass/{institutionId}':                { expected: statuses('404 404 404 200 404 404 404 404 401 401') },
  'POST /api/institutions/{institutionId}/glass':        { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'POST /api/glass/{glassId}/review':                    { expected: statuses('404 404 404 204 404 404 404 404 401 401') },
  'GET /api/pages/looked':                               { expected: statuses('200 200 200 200 200 200 200 200 401 401') },
  'GET /api/pages/visits/{visitId}/note':               { expected: statuses('200 200 404 200 404 404 404 404 401 401') },
  'GET /api/pages/records/{personId}':                  { expected: statuses('200 200 404 200 404 404 404 404 401 401') },
  'POST /api/patients/{personId}/record/imports':       { expected: statuses('415 415 404 415 404 404 404 404 401 401') },
  'GET /api/patients/{personId}/record/imports/{importId}': { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'GET /api/patients/{personId}/record/imports/{importId}/content': { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'GET /api/patients/{personId}/record/export': { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'GET /api/patients/{personId}/uploads/{uploadId}': { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'GET /api/patients/{personId}/uploads/{uploadId}/content': { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'PUT /api/patients/{personId}/uploads/{uploadId}/content': { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'DELETE /api/patients/{personId}/uploads/{uploadId}': { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'GET /api/patients/{personId}/brings/{batchId}': { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'GET /api/patients/{personId}/imaging/series/{seriesId}': { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'GET /api/patients/{personId}/imaging/series/{seriesId}/thumbnail': { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'GET /api/patients/{personId}/imaging/instances/{instanceId}/deidentified': { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'GET /api/patients/{personId}/imaging/instances/{instanceId}/deidentified/content': { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'GET /api/patients/{personId}/imaging/instances/{instanceId}/content': { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'POST /api/patients/{personId}/uploads': { expected: statuses('200 200 404 200 404 404 404 404 401 401') },
  'GET /api/patients/{personId}/brings': { expected: statuses('200 200 404 200 404 404 404 404 401 401') },
  'GET /api/patients/{personId}/imaging': { expected: statuses('200 200 404 200 404 404 404 404 401 401') },
  'POST /api/episodes/{episodeId}/messages':            { expected: statuses('200 200 404 200 404 404 404 404 401 401') },
  'POST /api/episodes/{episodeId}/messages/seen':       { expected: statuses('204 204 404 204 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/files':                   { expected: statuses('200 200 200 404 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/note/read': { absent: true, expected: statuses('404 404 404 404 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/note/sign':               { expected: statuses('404 422 404 404 404 404 404 404 401 401') },
  'PUT /api/files/{fileId}/content':                    { expected: statuses('200 404 404 404 404 404 404 404 401 401') },
  'PUT /api/visits/{visitId}/note':                     { expected: statuses('404 200 404 404 404 404 404 404 401 401') },
};
