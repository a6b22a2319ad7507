import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Database, SCANNER, VAULT } from '@okaeri/platform';
import type { Scanner, Vault } from '@okaeri/platform';
import { Turns, coolDown, settleUpload, warmUp } from '@okaeri/records';
import type { UploadId } from '@okaeri/records';
import { LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';

/** A small file is looked into while its sender waits; for a large one she asks again. */
const patienceMs = 2000;
/** The scheduler goes on with what is left then. */
const leavingMs = 5000;

/** Looks into what has arrived as a whole, one file after the other. */
@Injectable()
export class UploadWork implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  readonly #turns = new Turns();
  readonly #running = new Set<Promise<void>>();

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(VAULT) private readonly vault: Vault,
    @Inject(SCANNER) private readonly scanner: Scanner | null,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    warmUp();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await atMost(leavingMs, Promise.allSettled(this.#running));
  }

  onApplicationShutdown(): Promise<void> {
    return coolDown();
  }

  /** Answers when it has been looked into, or when that takes too long to wait for. */
  async look(uploadId: UploadId): Promise<void> {
    const { db, vault, scanner } = this;
    const work = this.#turns
      .take(() => settleUpload({ db, vault, scanner }, uploadId))
      .catch((err: unknown) => this.log.error({ err }, 'a file could not be looked into, and will be later'));
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
    await atMost(patienceMs, work);
  }
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}
