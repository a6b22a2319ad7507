import { randomBytes } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { SpeechToText } from '@okaeri/consult';
import type { Readiness } from '@okaeri/contracts';
import { createLog } from '@okaeri/runtime';
import { createSignaling } from '../../apps/signaling/src/app';
import { signalingEnv } from '../../apps/signaling/src/env';
import { Window } from './socket-window';
import type { Somebody } from './socket-world';

/** A whole signaling application on a port of its own, inside the test's process. */
export class Signaling {
  readonly #windows: Window[] = [];

  private constructor(
    readonly app: NestExpressApplication,
    readonly url: string,
  ) {}

  static async start(options: {
    database: string;
    sfus: readonly string[];
    secret: string;
    redis?: string;
    speechToText?: SpeechToText;
    env?: Record<string, string>;
  }): Promise<Signaling> {
    const env = signalingEnv.parse({
      NODE_ENV: 'test',
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
      LOG_FOLDER: process.env['OKAERI_TEST_LOGS'],
      DATABASE_URL: options.database,
      REDIS_URL: options.redis,
      PORT: '0',
      SFU_URLS: options.sfus.join(','),
      SFU_SECRET: options.secret,
      ...options.env,
    });
    const name = `signaling-test-${randomBytes(3).toString('hex')}`;
    // Where a folder is given the lines are read there; the terminal is for the tests.
    const quiet = env.LOG_FOLDER ? { destination: { write: () => undefined } } : {};
    const log = createLog({ process: name, level: env.LOG_LEVEL, folder: env.LOG_FOLDER, ...quiet });
    const app = await createSignaling(env, log, options.speechToText && { speechToText: options.speechToText });
    await app.listen(0, '127.0.0.1');
    return new Signaling(app, (await app.getUrl()).replace('[::1]', '127.0.0.1'));
  }

  async window(somebody: Somebody | null, headers: Record<string, string> = {}): Promise<Window> {
    const window = await Window.open(this.url, somebody, headers);
    this.#windows.push(window);
    return window;
  }

  async readiness(): Promise<{ status: number; body: Readiness }> {
    const response = await fetch(`${this.url}/readyz`);
    return { status: response.status, body: (await response.json()) as never };
  }

  closeWindows(): void {
    for (const window of this.#windows.splice(0)) window.close();
  }

  async stop(): Promise<void> {
    this.closeWindows();
    await this.app.close();
  }
}
