import { randomBytes } from 'node:crypto';
import { writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generate } from 'selfsigned';
import { now, toDate } from '@okaeri/words/time';
import type { Turn } from '../../infra/turn/turn.mjs';
import { serverAddress } from './net';

/** coturn as `infra/turn` runs it, at an address of its own, with a certificate that nobody was told to trust. */
export class TestTurn {
  readonly secret = randomBytes(24).toString('base64url');
  #running: Turn | null = null;

  constructor(readonly host: string) {}

  /** What a server needs to send its people here. */
  get env(): Record<string, string> {
    return { TURN_URLS: `turns:${this.host}:443?transport=tcp`, TURN_SECRET: this.secret };
  }

  async start(): Promise<void> {
    const { startTurn } = await import('../../infra/turn/turn.mjs');
    const logs = process.env['OKAERI_TEST_LOGS'] ?? resolve('.okaeri/logs');
    mkdirSync(logs, { recursive: true });
    this.#running = await startTurn({
      ...(await certificateOf(this.host)),
      secret: this.secret,
      host: this.host,
      port: 443,
      peers: [serverAddress],
      logFile: join(logs, `turn-${process.pid}.log`),
    });
  }

  async stop(): Promise<void> {
    await this.#running?.stop();
    this.#running = null;
  }
}

async function certificateOf(ip: string): Promise<{ cert: string; key: string }> {
  const made = await generate([{ name: 'commonName', value: 'TURN of a test' }], {
    keyType: 'ec',
    notAfterDate: toDate(now().add({ hours: 24 })),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip }] }],
  });
  const files = {
    cert: join(tmpdir(), `okaeri-turn-${process.pid}.crt`),
    key: join(tmpdir(), `okaeri-turn-${process.pid}.key`),
  };
  writeFileSync(files.cert, made.cert);
  writeFileSync(files.key, made.private, { mode: 0o600 });
  return files;
}
