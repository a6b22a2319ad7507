import type { Edge } from '../edge/edge';
import { GlassController } from './glass.controller';

export const edge: Edge = { controllers: [GlassController], providers: [] };
