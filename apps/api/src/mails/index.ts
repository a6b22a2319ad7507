import type { Edge } from '../edge/edge';
import { MailsController } from './mails.controller';

export const edge: Edge = { controllers: [MailsController], providers: [] };
