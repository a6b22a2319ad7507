import type { Edge } from '../edge/edge';
import { AvailabilityController } from './availability.controller';

export const edge: Edge = { controllers: [AvailabilityController], providers: [] };
