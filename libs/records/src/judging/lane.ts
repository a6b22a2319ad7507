import { Worker } from 'node:worker_threads';
import { OkaeriError } from '@okaeri/contracts';
import type { About } from '../import/judge-file';
import { Turns } from '../pieces';
import type { Verdict } from '../import/judge-bytes';
import type { Answered, Asked } from './thread';

/** A file that takes more time than one may. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

interface Limit {
  milliseconds: number;
  /** It waits for the next file. */
  stays: boolean;
}

const megabytes = 512;

type Heard = Answered | { failed: unknown };

/** A thread that judges one file after the other; another takes its place where it ends. */
export class Lane {
  readonly #turns = new Turns();
  #worker: Worker | null = null;

  constructor(
    private readonly file: string,
    private readonly limit: Limit,
  ) {}

  /** `rehearses`: it is made quick before anybody needs it. */
  start(rehearses = false): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.file, {
      ...{ workerData: { rehearses }, execArgv: [], env: {} },
      // What libraries say of a file may be a patient's, and is no line of a log.
      ...{ stdout: true, stderr: true },
      // It clears up in time, and never comes near: a thread at its limit ends the whole process.
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    // A thread that waits for a file keeps no process alive.
    worker.unref();
    const ended = () => {
      if (this.#worker === worker) this.#worker = null;
    };
    worker.once('error', ended).once('exit', ended);
    this.#worker = worker;
    return worker;
  }

  /** Once what it is at is done. */
  async end(): Promise<void> {
    const leave = await this.#turns.enter();
    await this.#worker?.terminate();
    leave();
  }

  async *judge(bytes: Buffer, about: About): AsyncGenerator<string, Verdict> {
    const leave = await this.#turns.enter();
    const worker = this.start();
    const heard = new Queue<Heard>();
    let finished = false;
    let isLate = false;
    const late = setTimeout(() => {
      isLate = true;
      void worker.terminate();
    }, this.limit.milliseconds);
    const failed = (error: unknown) => heard.put({ failed: error });
    const answered = (answer: Answered) => {
      heard.put(answer);
      // What was judged may lie here until somebody has the time to keep it: the next file need not wait for that.
      if ('verdict' in answer) finish();
    };
    const finish = () => {
      finished = true;
      clearTimeout(late);
      worker.off('message', answered).off('error', failed).off('exit', failed).unref();
      if (this.limit.stays) leave();
      else void worker.terminate().then(leave);
    };
    worker.on('message', answered).once('error', failed).once('exit', failed).ref();
    const copy = new Uint8Array(bytes);
    worker.postMessage({ bytes: copy, about } satisfies Asked, [copy.buffer]);
    try {
      for (;;) {
        const next = await heard.take();
        if ('failed' in next) throw isLate ? new TooMuch() : reasonOf(next.failed);
        if ('verdict' in next) return next.verdict;
        yield next.rows;
        if (!finished) worker.postMessage('more' satisfies Asked);
      }
    } finally {
      // It would go on with a file that nobody waits for.
      if (!finished) {
        await worker.terminate();
        finish();
      }
    }
  }
}

/** A mistake of ours is one; who was ended by somebody else may try again. */
const reasonOf = (failed: unknown): Error => (failed instanceof Error ? failed : new OkaeriError('unavailable'));

/** What has come and was not taken yet. */
class Queue<T> {
  readonly #come: T[] = [];
  #waiting: (() => void) | null = null;

  put(value: T): void {
    this.#come.push(value);
    this.#waiting?.();
  }

  async take(): Promise<T> {
    if (this.#come.length === 0) await new Promise<void>((resolve) => (this.#waiting = resolve));
    return this.#come.shift() as T;
  }
}
