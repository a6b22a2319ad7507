import type { ClientMessageName } from '@okaeri/contracts';

/**
 * Who may do what, as one table to read. A route of the OpenAPI document or a message of the contracts that is not here
 * fails the build, and so does a line here that names none.
 */
export const actors = [
  /** Whose visit it is. */
  'patient',
  /** The host of the visit. */
  'physician',
  /** Has a seat in it, as an interpreter. */
  'interpreter',
  /** A coordinator of the hospital that treats her, without a seat. */
  'related',
  /** Another patient, of another hospital. */
  'foreign',
  /** A physician of another hospital. */
  'foreignStaff',
  /** Had a seat in it and was shown out. */
  'removed',
  /** Has a physician's seat in it, and works at the hospital no more. */
  'revoked',
  /** The patient, with a session that was ended. */
  'signedOut',
  'anonymous',
] as const;
export type ActorName = (typeof actors)[number];

const columns = <T extends string | number>(text: string, read: (word: string) => T): Record<ActorName, T> => {
  const words = text.trim().split(/\s+/);
  if (words.length !== actors.length) throw new Error(`A line of the table has ${words.length} columns: ${text}`);
  return Object.fromEntries(actors.map((actor, at) => [actor, read(words[at] ?? '')])) as Record<ActorName, T>;
};
const statuses = (text: string) => columns(text, Number);
const codes = (text: string) => columns(text, String);

/** HTTP status by route. `open` routes ask nothing and leave no row in the ledger. */
// prettier-ignore
export const routes: Record<string, { open?: true; expected: Record<ActorName, number> }> = {
  //                                                             pat phy int rel for fst rem rev out ano
  'GET /api/pages/home':                 { expected: statuses('200 200 200 200 200 200 200 200 401 401') },
  'GET /api/pages/today':                { expected: statuses('404 200 200 200 404 200 200 404 401 401') },
  'GET /api/pages/visits/{visitId}':     { expected: statuses('200 200 200 404 404 404 404 404 401 401') },
  'POST /api/visits/{visitId}/cancel':   { expected: statuses('204 204 404 204 404 404 404 404 401 401') },
  'PUT /api/me/language':                { expected: statuses('200 200 200 200 200 200 200 200 401 401') },
  'POST /api/session/sign-out':          { expected: statuses('204 204 204 204 204 204 204 204 401 401') },
  'GET /api/session':        { open: true, expected: statuses('200 200 200 200 200 200 200 200 200 200') },
  'GET /api/demo/stage':     { open: true, expected: statuses('200 200 200 200 200 200 200 200 200 200') },
  'POST /api/demo/sign-in':  { open: true, expected: statuses('200 200 200 200 200 200 200 200 200 200') },
  'POST /api/demo/code':     { open: true, expected: statuses('403 403 403 403 403 403 403 403 403 403') },
  'GET /healthz':            { open: true, expected: statuses('200 200 200 200 200 200 200 200 200 200') },
  'GET /readyz':             { open: true, expected: statuses('200 200 200 200 200 200 200 200 200 200') },
  'GET /metrics':            { open: true, expected: statuses('200 200 200 200 200 200 200 200 200 200') },
};

/**
 * The code of the answer by message. Everybody who can comes in first; `state`: the message needs a seat (or a room) that
 * this person cannot get, and is refused before anything is asked. `door`: there is no connection without a session.
 * `row` says whether the answer leaves a row in the ledger: messages within a room were asked for when it was joined.
 */
// prettier-ignore
export const messages: Record<ClientMessageName, { row: boolean; expected: Record<ActorName, string> }> = {
  //                                            patient   physician interpr.  related   foreign   for.staff removed      revoked   out  ano
  'visit.enter':          { row: true, expected: codes('ok        ok        ok        not_found not_found not_found seat_removed not_found door door') },
  'visit.resume':         { row: true, expected: codes('ok        ok        ok        not_found not_found not_found seat_removed not_found door door') },
  'notices.watch':        { row: true, expected: codes('ok        ok        ok        not_found not_found not_found not_found    not_found door door') },
  'seat.admit':           { row: true, expected: codes('not_found ok        not_found state     state     state     state        state     door door') },
  'seat.remove':          { row: true, expected: codes('not_found ok        not_found state     state     state     state        state     door door') },
  'visit.end':            { row: true, expected: codes('not_found ok        not_found state     state     state     state        state     door door') },
  'visit.leave':          { row: true, expected: codes('ok        ok        ok        state     state     state     state        state     door door') },
  'room.join':            { row: true, expected: codes('ok        ok        ok        state     state     state     state        state     door door') },
  'transport.connect':   { row: false, expected: codes('ok        ok        ok        state     state     state     state        state     door door') },
  'transport.restartIce':{ row: false, expected: codes('ok        ok        ok        state     state     state     state        state     door door') },
  'producer.create':     { row: false, expected: codes('ok        ok        ok        state     state     state     state        state     door door') },
  'producer.set':        { row: false, expected: codes('ok        ok        ok        state     state     state     state        state     door door') },
  'producer.close':      { row: false, expected: codes('ok        ok        ok        state     state     state     state        state     door door') },
  'consumer.set':        { row: false, expected: codes('ok        ok        ok        state     state     state     state        state     door door') },
  'check.open':           { row: true, expected: codes('ok        ok        ok        ok        ok        ok        ok           ok        door door') },
  'check.join':          { row: false, expected: codes('ok        ok        ok        ok        ok        ok        ok           ok        door door') },
  'check.close':         { row: false, expected: codes('ok        ok        ok        ok        ok        ok        ok           ok        door door') },
};

/** What somebody who is in the room may still do in the moment after her right has gone. */
export const afterRevocation: Partial<Record<ClientMessageName, string>> = {
  'visit.enter': 'not_found',
  'visit.leave': 'not_found',
  'visit.end': 'not_found',
  'seat.admit': 'not_found',
  'seat.remove': 'not_found',
  'room.join': 'not_found',
  'notices.watch': 'not_found',
};
