import type { Edge } from '../edge/edge';
import { ClocksController } from './clocks.controller';
import { Clocks } from './clocks';

export const edge: Edge = { controllers: [ClocksController], providers: [Clocks] };
