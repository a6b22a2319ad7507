import type { EntityList } from '@okaeri/platform';

export const followupEntities: EntityList = [];
