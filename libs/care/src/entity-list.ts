import { Claim, EpisodeTeam, VisitChange } from './booking.entities';
import { Arrival, Episode, Institution, Seat, Visit } from './entities';
import { BookingAllowance, Thing, VisitSeries, WaitlistEntry } from './planning.entities';
import { ClockChange, InterpreterAsk, Task } from './readiness.entities';

export const careEntities = [
  ...[Institution, Episode, Visit, Seat, Arrival, Claim, EpisodeTeam, VisitChange],
  ...[Task, InterpreterAsk, ClockChange, Thing, VisitSeries, WaitlistEntry, BookingAllowance],
];
