import type { Edge } from '../edge/edge';
import { SelfBooking } from './self-booking';
import { SelfController } from './self.controller';
import { TakenOffers } from './taken-offers';
import { WaitlistController } from './waitlist.controller';

export const edge: Edge = { controllers: [SelfController, WaitlistController], providers: [SelfBooking, TakenOffers] };
