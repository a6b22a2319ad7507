import type { Edge } from '../edge/edge';
import { EverythingController } from './everything.controller';

export const edge: Edge = { controllers: [EverythingController], providers: [] };
