import type { Edge } from '../edge/edge';

/** The mail of the demo world: where it arrives, and where it is read. */
export const mailboxEdge: Edge = { controllers: [], providers: [] };
