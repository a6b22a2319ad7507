import type { Edge } from '../edge/edge';
import { LookedController } from './looked.controller';

export const edge: Edge = { controllers: [LookedController], providers: [] };
