import type { Edge } from '../edge/edge';
import { StatisticsController } from './statistics.controller';

export const edge: Edge = { controllers: [StatisticsController], providers: [] };
