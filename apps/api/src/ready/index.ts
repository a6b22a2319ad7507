import type { Edge } from '../edge/edge';
import { ReadyController } from './ready.controller';

export const edge: Edge = { controllers: [ReadyController], providers: [] };
