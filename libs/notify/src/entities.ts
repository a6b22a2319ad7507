import { DemoMail, NotifyMessage } from './message.entity';

export const notifyEntities = [NotifyMessage, DemoMail];
