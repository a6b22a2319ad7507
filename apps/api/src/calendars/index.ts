import type { Edge } from '../edge/edge';
import { CalendarsController } from './calendars.controller';

export const edge: Edge = { controllers: [CalendarsController], providers: [] };
