import type { Routes } from './columns';

/** Booking and what coordinators look after. */
export const bookingRoutes: Routes = {};
