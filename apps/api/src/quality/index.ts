import type { Edge } from '../edge/edge';
import { QualityController } from './quality.controller';

export const edge: Edge = { controllers: [QualityController], providers: [] };
