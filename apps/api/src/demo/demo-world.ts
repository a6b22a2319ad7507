import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { OkaeriError } from '@okaeri/contracts';
import { Database, VAULT, isDatabaseUnavailable } from '@okaeri/platform';
import type { Vault } from '@okaeri/platform';
import { Health, LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import type { EntityManager } from 'typeorm';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { seedAllowance } from './allowance';
import { askForOne } from './asked';
import { seedHours } from './hours';
import { MovingClock } from './moving-clock';
import { DemoRefused, refuseDemoBesidePeople } from './refusal';
import { seedRecords } from './records';
import { seedPeople } from './seed';

const lockKey = 7_305_119;
const tickMilliseconds = 60_000;
const retryMilliseconds = 1000;

/** The made-up people and their visits. Closed until they are there, and closed for good beside a real person. */
@Injectable()
export class DemoWorld implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #clock: MovingClock;
  #open = false;
  #refused = false;
  #seeded = false;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(LOG) private readonly log: Log,
    @Inject(Health) health: Health,
    @Inject(API_ENV) env: ApiEnv,
    @Inject(VAULT) private readonly vault: Vault,
  ) {
    this.#clock = new MovingClock(env.OKAERI_DEMO_SOON);
    health.needs('demo', () => this.#open);
  }

  /** Fails the boot with `DemoRefused`; a database that is not there yet does not. */
  async onApplicationBootstrap(): Promise<void> {
    await this.#turn();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#timer);
    await this.#running.catch(() => undefined);
  }

  /** Throws where the world is closed. */
  requireOpen(): void {
    if (this.#refused) throw new OkaeriError('not_found');
    if (!this.#open) throw new OkaeriError('unavailable');
  }

  /** Runs `fn` after making sure of the visit that waits now; one process at a time. */
  async withCurrent<T>(fn: (em: EntityManager, visitId: string) => Promise<T>): Promise<T> {
    this.requireOpen();
    return this.#alone(async (em) => {
      await this.#clock.soon(em);
      return fn(em, await this.#clock.current(em));
    });
  }

  async tick(): Promise<void> {
    await this.#alone(async (em) => {
      await refuseDemoBesidePeople(em);
      if (!this.#seeded) {
        await seedPeople(em);
        await seedHours(em);
        await seedAllowance(em);
      }
      await this.#clock.tick(em);
      await askForOne(em);
      if (!this.#seeded) await seedRecords(em, this.vault);
    });
    this.#seeded = true;
    this.#open = true;
  }

  #alone<T>(fn: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.db.inTransaction(async (em) => {
      await em.query('select pg_advisory_xact_lock($1)', [lockKey]);
      return fn(em);
    });
  }

  async #turn(): Promise<void> {
    let next = tickMilliseconds;
    try {
      await this.tick();
    } catch (err) {
      if (err instanceof DemoRefused) {
        this.#refused = true;
        this.#open = false;
        if (!this.#seeded) throw err;
        this.log.error({ err }, 'the demo world is closed');
        return;
      }
      this.log.warn(
        { err },
        isDatabaseUnavailable(err) ? 'the demo world waits for the database' : 'the demo world stands still',
      );
      next = this.#seeded ? tickMilliseconds : retryMilliseconds;
    }
    if (this.#ended) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#turnLater();
    }, next);
    this.#timer.unref();
  }

  /** A refusal after the start cannot stop the boot any more; the world stays closed, and `/readyz` says so. */
  async #turnLater(): Promise<void> {
    try {
      await this.#turn();
    } catch (err) {
      this.log.fatal({ err }, 'the demo world is closed');
    }
  }
}
