import { InboundMail, InboxLineRow, PushSubscription, SmsOutbox } from './channel.entities';
import { DemoMail, NotifyMessage } from './message.entity';

export const notifyEntities = [NotifyMessage, DemoMail, PushSubscription, SmsOutbox, InboxLineRow, InboundMail];
