import { Claim, EpisodeTeam, VisitChange } from './booking.entities';
import { Arrival, Episode, Institution, Seat, Visit } from './entities';

export const careEntities = [Institution, Episode, Visit, Seat, Arrival, Claim, EpisodeTeam, VisitChange];
