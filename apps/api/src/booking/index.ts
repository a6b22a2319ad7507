import type { Edge } from '../edge/edge';
import { BookingController } from './booking.controller';
import { Bookings } from './bookings';
import { Holds } from './holds';
import { HoldsController } from './holds.controller';
import { Timetable } from './timetable';

export const edge: Edge = {
  controllers: [BookingController, HoldsController],
  providers: [Bookings, Holds, Timetable],
};
