import type { Database, MailTransport } from '@okaeri/platform';
import type { Health, Log } from '@okaeri/runtime';
import type { NotifyOptions } from '../options';
import { AppCarrier } from './app';
import type { Carrier } from './carrier';
import { MailCarrier } from './mail';
import { PushCarrier } from './push';
import { SmsCarrier, SmsOutboxCarrier } from './sms';

/** The ways that this house has. No message of the demo world leaves the machine but to a browser that asked for it. */
export function carriersOf(
  { db, transport, health, log }: { db: Database; transport: MailTransport; health: Health; log: Log },
  options: NotifyOptions,
): Carrier[] {
  const { demo, sms, vapid, outboundPrivate } = options;
  return [
    new MailCarrier(transport, options),
    new AppCarrier(db),
    ...(demo ? [new SmsOutboxCarrier(db)] : sms ? [new SmsCarrier(sms, health, log)] : []),
    ...(vapid ? [new PushCarrier(db, vapid, outboundPrivate)] : []),
  ];
}
