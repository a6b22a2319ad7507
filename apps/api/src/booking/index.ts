import type { Edge } from '../edge/edge';
import { BookingController } from './booking.controller';
import { Bookings } from './bookings';
import { Timetable } from './timetable';

export const edge: Edge = { controllers: [BookingController], providers: [Bookings, Timetable] };
