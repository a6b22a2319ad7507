import type { EntityList } from '@okaeri/platform';

export const notifyEntities: EntityList = [];
