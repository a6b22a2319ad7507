import type { Edge } from '../edge/edge';
import { CalendarsController } from './calendars.controller';
import { FeedsController } from './feeds.controller';

export const edge: Edge = { controllers: [CalendarsController, FeedsController], providers: [] };
