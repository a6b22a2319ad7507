import { outboxChannel } from '@okaeri/contracts';
import { Client } from 'pg';

const heartbeatMilliseconds = 10_000;

/**
 * Hears the NOTIFY of a commit that left something to do. Without it the poll of the relay finds the same a second
 * later, so a lost connection is built again by `listen`, which the poll calls each time.
 */
export class Wake {
  #client: Client | null = null;
  #opening = false;
  #closed = false;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly onWake: () => void,
  ) {}

  /** Connects where there is no connection; never throws. */
  async listen(): Promise<void> {
    if (this.#client || this.#opening || this.#closed) return;
    this.#opening = true;
    const client = new Client({
      connectionString: this.url,
      application_name: 'okaeri relay',
      connectionTimeoutMillis: 3000,
      query_timeout: 5000,
      keepAlive: true,
    });
    const lost = () => {
      if (this.#client === client) {
        this.#client = null;
        clearInterval(this.#heartbeat);
      }
      void client.end().catch(() => undefined);
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', () => this.onWake());
    try {
      await client.connect();
      await client.query(`listen ${outboxChannel}`);
      if (this.#closed) {
        lost();
        return;
      }
      this.#client = client;
      // A connection that died without a word is noticed by this only.
      this.#heartbeat = setInterval(() => void client.query('select 1').catch(lost), heartbeatMilliseconds);
      this.#heartbeat.unref();
      this.onWake();
    } catch {
      lost();
    } finally {
      this.#opening = false;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#heartbeat);
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }
}
