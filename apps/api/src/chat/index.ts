import type { Edge } from '../edge/edge';
import { ChatController } from './chat.controller';

export const edge: Edge = { controllers: [ChatController], providers: [] };
