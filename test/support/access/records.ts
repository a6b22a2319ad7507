import type { Routes } from './columns';

/** Files, notes and messages. */
export const recordsRoutes: Routes = {};
