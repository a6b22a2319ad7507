import type { Routes } from './columns';

/** People, links and sign-in. */
export const peopleRoutes: Routes = {};
