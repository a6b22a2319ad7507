import { chmodSync, globSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The clock on the wall of some processes, which is set while they run; the machine's own is never touched. By libfaketime,
 * which is loaded before the C library: the timer of the processor goes on as it does.
 */
export class FakeClock {
  readonly #file: string;
  readonly #library: string;

  constructor(aheadSeconds: number) {
    const [library] = globSync('/usr/lib/*/faketime/libfaketimeMT.so.1');
    if (!library) throw new Error('libfaketime is not here. On Debian: apt-get install libfaketime');
    this.#library = library;
    const folder = mkdtempSync(join(tmpdir(), 'okaeri-clock-'));
    // PostgreSQL reads it too, as a user that owns nothing.
    chmodSync(folder, 0o755);
    this.#file = join(folder, 'offset');
    this.set(aheadSeconds);
  }

  /** All who go by it see it at once, as on one machine. */
  set(aheadSeconds: number): void {
    // Whoever reads it meanwhile reads a whole file.
    writeFileSync(`${this.#file}.next`, `${aheadSeconds < 0 ? '-' : '+'}${Math.abs(aheadSeconds)}s\n`);
    renameSync(`${this.#file}.next`, this.#file);
  }

  /** Of the processes that go by it. */
  get env(): Record<string, string> {
    return {
      LD_PRELOAD: this.#library,
      FAKETIME_TIMESTAMP_FILE: this.#file,
      // Else each process keeps what it has read for a second: of two connections to PostgreSQL one would be ahead.
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
      NO_FAKE_STAT: '1',
    };
  }
}
