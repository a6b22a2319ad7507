import type { EntityList } from '@okaeri/platform';
import { ThreadMessageRow, ThreadSeenRow } from './thread.entities';

export const followupEntities: EntityList = [ThreadMessageRow, ThreadSeenRow];
