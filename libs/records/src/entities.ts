import type { EntityList } from '@okaeri/platform';

export const recordsEntities: EntityList = [];
