import type { EntityList } from '../database';
import { IdempotencyKey } from './idempotency.entity';

export * from './paging';
export * from './writes';

/** What writes leave behind so that they happen once. */
export const writesEntities: EntityList = [IdempotencyKey];
