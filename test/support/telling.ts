import { MailSink } from './mail-sink';
import { startScheduler } from './scheduler';
import type { TestScheduler } from './scheduler';

/** Where the mails of these tests lead, and whose ids their calendar entries have. */
const house = { PUBLIC_URL: 'https://okaeri.hospital.example', MAIL_DOMAIN: 'okaeri.hospital.example' };

/** A mail server, and a scheduler that tells people of what is in a database. */
export class Telling {
  private constructor(
    readonly sink: MailSink,
    readonly scheduler: TestScheduler,
  ) {}

  static async start(database: string, env: Record<string, string> = {}): Promise<Telling> {
    const sink = await MailSink.start();
    return new Telling(sink, await startScheduler(database, { smtpUrl: sink.url, env: { ...house, ...env } }));
  }

  async stop(): Promise<void> {
    await this.scheduler.close();
    await this.sink.stop();
  }
}
