import type { Edge } from '../edge/edge';
import { InboxController } from './inbox.controller';
import { PushController } from './push.controller';
import { ReceiptsController } from './receipts.controller';

export const edge: Edge = { controllers: [InboxController, PushController, ReceiptsController], providers: [] };
