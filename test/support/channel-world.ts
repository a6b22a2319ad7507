import { Person } from '@okaeri/access';
import type { Channel } from '@okaeri/contracts';
import { addSubscription } from '@okaeri/notify';
import { MailSink } from './mail-sink';
import { MailWorld } from './mail-world';
import type { Reader } from './mail-world';
import { PushService } from './push-service';
import type { Browser } from './push-service';
import { SmsProvider } from './sms-provider';

export const phone = '+1 416 555 0177';
export const dialled = '+14165550177';

export interface Row {
  id: string;
  channel: Channel;
  state: string;
  problem: string | null;
  attempts: number;
  nextAt: Date;
}

/** A hospital's people, and everything by which they can be told: a mail server, a provider, a push service. */
export class ChannelWorld {
  private constructor(
    readonly mails: MailWorld,
    readonly sink: MailSink,
    readonly sms: SmsProvider,
    readonly push: PushService,
  ) {}

  static async open(): Promise<ChannelWorld> {
    return new ChannelWorld(
      await MailWorld.open(),
      await MailSink.start(),
      await SmsProvider.start(),
      await PushService.start(),
    );
  }

  async close(): Promise<void> {
    await this.sink.stop();
    await this.sms.stop();
    await this.push.stop();
    await this.mails.close();
  }

  /** What a scheduler has to be told of it. */
  get env(): Record<string, string> {
    return {
      SMS_URL: this.sms.url,
      SMS_TOKEN: SmsProvider.token,
      SMS_FROM: 'Okaeri',
      HOUSE_SECRET: 'a house that is only here for this test of it',
      OUTBOUND_PRIVATE: '1',
    };
  }

  async chooses(reader: Reader, channels: Channel[], more: Partial<Person> = {}): Promise<void> {
    await this.mails.data.manager.update(Person, { id: reader.id }, { channels, phone, ...more });
  }

  async allows(reader: Reader): Promise<Browser> {
    const browser = this.push.browser();
    await this.mails.tx((em) =>
      addSubscription(em, { personId: reader.id, sessionId: null }, browser, 'Chrome, Android'),
    );
    return browser;
  }

  /** What she is told of this kind, on each of her ways. */
  async rows(reader: Reader, kind = 'visit_booked'): Promise<Row[]> {
    return this.mails.database.query<Row>(
      `select id, channel, state, problem, attempts, next_at as "nextAt" from notify_message
        where person_id = $1 and kind = $2 order by channel, created_at`,
      [reader.id, kind],
    );
  }

  async states(reader: Reader, kind = 'visit_booked'): Promise<string[]> {
    return (await this.rows(reader, kind)).map(({ channel, state }) => `${channel} ${state}`);
  }
}
