import type { Edge } from '../edge/edge';
import { Asks } from './asks';
import { AsksController } from './asks.controller';
import { BookingController } from './booking.controller';
import { Bookings } from './bookings';
import { Holds } from './holds';
import { HoldsController } from './holds.controller';
import { SeriesBookings } from './series';
import { Timetable } from './timetable';

export const edge: Edge = {
  controllers: [BookingController, HoldsController, AsksController],
  providers: [Bookings, SeriesBookings, Holds, Asks, Timetable],
};
