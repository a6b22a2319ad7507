import { Slots } from '@okaeri/scheduling';
import type { Edge } from '../edge/edge';
import { SlotsController } from './slots.controller';

export const edge: Edge = { controllers: [SlotsController], providers: [Slots] };
