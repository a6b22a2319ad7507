import type { Edge } from '../edge/edge';
import { SelfBooking } from './self-booking';
import { SelfController } from './self.controller';

export const edge: Edge = { controllers: [SelfController], providers: [SelfBooking] };
