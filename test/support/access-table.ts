import type { ClientMessageName } from '@okaeri/contracts';
import { bookingRoutes } from './access/booking';
import { codes } from './access/columns';
import type { ActorName, Routes } from './access/columns';
import { demoRoutes } from './access/demo';
import { peopleRoutes } from './access/people';
import { recordsRoutes } from './access/records';
import { roomRoutes } from './access/room';
import { visitRoutes } from './access/visits';

export { actors } from './access/columns';
export type { ActorName } from './access/columns';

/**
 * Who may do what, as one table to read. A route of the OpenAPI document or a message of the contracts that is not here
 * fails the build, and so does a line here that names none.
 */
export const routes: Routes = {
  ...visitRoutes,
  ...peopleRoutes,
  ...bookingRoutes,
  ...recordsRoutes,
  ...roomRoutes,
  ...demoRoutes,
};

/**
 * The code of the answer by message. Everybody who can comes in first; `state`: the message needs a seat (or a room) that
 * this person cannot get, and is refused before anything is asked. `door`: there is no connection without a session. `hidden`:
 * she is in, and this is not for her to say: the room itself answers that there is nothing.
 * `row` says whether the answer leaves a row in the ledger: messages within a room were asked for when it was joined.
 */
// prettier-ignore
export const messages: Record<ClientMessageName, { row: boolean; expected: Record<ActorName, string> }> = {
  //                                                      patient         physician       interpr.      related   foreign   for.staff removed      revoked   out  ano
  'visit.enter':          { row: true,   expected: codes('ok              ok              ok            not_found not_found not_found seat_removed not_found door door') },
  'visit.resume':         { row: true,   expected: codes('ok              ok              ok            not_found not_found not_found seat_removed not_found door door') },
  'notices.watch':        { row: true,   expected: codes('ok              ok              ok            not_found not_found not_found not_found    not_found door door') },
  'seat.admit':           { row: true,   expected: codes('not_found       ok              not_found     state     state     state     state        state     door door') },
  'seat.remove':          { row: true,   expected: codes('not_found       ok              not_found     state     state     state     state        state     door door') },
  'visit.end':            { row: true,   expected: codes('not_found       ok              not_found     state     state     state     state        state     door door') },
  'visit.leave':          { row: true,   expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'room.join':            { row: true,   expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'transport.connect':    { row: false,  expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'transport.restartIce': { row: false,  expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'producer.create':      { row: false,  expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'producer.set':         { row: false,  expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'producer.close':       { row: false,  expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'consumer.set':         { row: false,  expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'sound.mode':           { row: false,  expected: codes('hidden          ok              ok            state     state     state     state        state     door door') },
  'sound.hear':           { row: false,  expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'sound.speak':          { row: false,  expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'interpret.set':        { row: false,  expected: codes('not_interpreter not_interpreter ok            state     state     state     state        state     door door') },
  'interpret.relay':      { row: false,  expected: codes('not_interpreter not_interpreter ok            state     state     state     state        state     door door') },
  'interpret.offer':      { row: false,  expected: codes('not_interpreter not_interpreter ok            state     state     state     state        state     door door') },
  'interpret.take':       { row: false,  expected: codes('not_interpreter not_interpreter channel_taken state     state     state     state        state     door door') },
  'seat.say':             { row: false,  expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'show.start':           { row: false,  expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'show.stop':            { row: false,  expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'link.look':            { row: false,  expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'step.report':          { row: false,  expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'quality.report':       { row: false,  expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'callback.ask':         { row: false,  expected: codes('ok              ok              ok            state     state     state     state        state     door door') },
  'interpret.appoint':    { row: true,   expected: codes('not_found       ok              not_found     state     state     state     state        state     door door') },
  'check.open':           { row: true,   expected: codes('ok              ok              ok            ok        ok        ok        ok           ok        door door') },
  'check.join':           { row: false,  expected: codes('ok              ok              ok            ok        ok        ok        ok           ok        door door') },
  'check.close':          { row: false,  expected: codes('ok              ok              ok            ok        ok        ok        ok           ok        door door') },
};

/** What somebody who is in the room may still do in the moment after her right has gone. */
export const afterRevocation: Partial<Record<ClientMessageName, string>> = {
  'visit.enter': 'not_found',
  'visit.leave': 'not_found',
  'visit.end': 'not_found',
  'seat.admit': 'not_found',
  'seat.remove': 'not_found',
  'sound.hear': 'not_found',
  'room.join': 'not_found',
  'notices.watch': 'not_found',
};
