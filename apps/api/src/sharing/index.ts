import type { Edge } from '../edge/edge';
import { ForeignLinkController } from './foreign-link.controller';
import { HealthLinksController } from './health-links.controller';
import { SharingController } from './sharing.controller';
import { ShlController } from './shl.controller';

export const edge: Edge = {
  controllers: [SharingController, HealthLinksController, ForeignLinkController, ShlController],
  providers: [],
};
