import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface CrowdAsk {
  path: string;
  headers: Record<string, string | number>;
  body: string;
}

export interface CrowdAnswer {
  status: number;
  text: string;
  /** Milliseconds since before the first of all was sent. */
  waited: number;
}

/** Many who ask at once, outside of the process that answers them. */
export class Crowd {
  readonly #child: ChildProcess = fork(join(__dirname, 'crowd.mjs'), { execArgv: [] });

  async ask(port: number, asks: readonly CrowdAsk[]): Promise<CrowdAnswer[]> {
    const told = once(this.#child, 'message') as Promise<[{ answers?: CrowdAnswer[]; error?: string }]>;
    this.#child.send({ port, asks });
    const [{ answers, error }] = await told;
    if (!answers) throw new Error(`The crowd did not get through: ${error}`);
    return answers;
  }

  async close(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}
