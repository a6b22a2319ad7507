import type { EntityList } from '../database';

export const outboxEntities: EntityList = [];
