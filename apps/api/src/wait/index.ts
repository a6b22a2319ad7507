import type { Edge } from '../edge/edge';

export const edge: Edge = { controllers: [], providers: [] };
