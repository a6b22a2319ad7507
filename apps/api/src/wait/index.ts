import type { Edge } from '../edge/edge';
import { WaitController } from './wait.controller';

export const edge: Edge = { controllers: [WaitController], providers: [] };
