import type { Edge } from '../edge/edge';
import { ReadyController } from './ready.controller';
import { TasksController } from './tasks.controller';

export const edge: Edge = { controllers: [ReadyController, TasksController], providers: [] };
