import type { EntityList } from './database';
import { outboxEntities } from './outbox/outbox.entities';
import { writesEntities } from './writes';

export const platformEntities: EntityList = [...outboxEntities, ...writesEntities];
