import { addressOf, markAddress } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import type { MailTransport } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';
import { composeMail } from '../mail/compose';
import type { NotifyMessage } from '../message.entity';
import type { NotifyOptions } from '../options';
import type { Carried, Carrier, Letter } from './carrier';

/** By SMTP, to her address. */
export class MailCarrier implements Carrier {
  readonly channel = 'email';
  readonly wakes = false;

  constructor(
    private readonly transport: MailTransport,
    private readonly options: NotifyOptions,
  ) {}

  ready(): boolean {
    return this.transport.ready();
  }

  reaches(person: Person): boolean {
    return addressOf(person) !== null;
  }

  async carry({ message, person, rendered }: Letter): Promise<Carried> {
    const { options } = this;
    const mail = await composeMail({ message, person, address: addressOf(person) ?? '', rendered, options });
    const failure = await this.transport.send(mail.envelope, message.messageId ?? '', mail.content);
    if (!failure) return { outcome: 'sent', code: 250 };
    return failure.outcome === 'unknown' ? { outcome: 'unknown' } : { ...failure, outcome: failure.outcome };
  }

  async lost(em: EntityManager, { personId }: NotifyMessage, outcome: 'bounced' | 'failed'): Promise<void> {
    if (outcome === 'bounced') await markAddress(em, personId, 'bounced');
  }
}
