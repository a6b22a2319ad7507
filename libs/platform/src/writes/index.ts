import type { EntityList } from '../database';

/** What writes leave behind so that they happen once. */
export const writesEntities: EntityList = [];
