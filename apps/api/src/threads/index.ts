import type { Edge } from '../edge/edge';
import { ThreadsController } from './threads.controller';

export const edge: Edge = { controllers: [ThreadsController], providers: [] };
