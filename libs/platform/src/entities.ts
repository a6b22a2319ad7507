import type { EntityList } from './database';
import { outboxEntities } from './outbox/outbox.entities';
import { vaultEntities } from './vault';
import { writesEntities } from './writes';

export const platformEntities: EntityList = [...outboxEntities, ...writesEntities, ...vaultEntities];
