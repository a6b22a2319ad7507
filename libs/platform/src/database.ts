import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Health, LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { tzdataVersion } from '@okaeri/words/time';
import { DataSource } from 'typeorm';
import type { DataSourceOptions, EntityManager } from 'typeorm';
import { HouseClock } from './house-clock';
import { SnakeNaming } from './naming';
import { Places } from './places';
import { PlannedClient } from './planned-client';
import { schemaVersion } from './schema-version';
import { readZoneData } from './zone-data';
import type { ZoneData } from './zone-data';

/** The entities of a lib, as it hands them to whoever opens the database. */
export type EntityList = Extract<DataSourceOptions['entities'], unknown[]>;

export interface DatabaseOptions {
  url: string;
  /** All entities of the process: each lib exports its own list. */
  entities: EntityList;
  /** Connections held at most. */
  connections?: number;
}
export const DATABASE_OPTIONS = Symbol('database options');

const usualConnections = 10;
/** Longer than this nobody waits for a connection. */
const patienceMs = 3000;
/**
 * Connections that no transaction gets. Somebody who is in one may wait for an answer that another connection has to
 * bring, as who joins a room waits for the leave to do so; if all were in the hands of such, all would wait for ever.
 */
const keptForReading = 3;

/** The settings that every data source of ours shares; migrations add their list. */
export function dataSourceOptions(options: DatabaseOptions): DataSourceOptions & { type: 'postgres' } {
  return {
    type: 'postgres',
    url: options.url,
    entities: options.entities,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    logging: false,
    applicationName: 'okaeri',
    connectTimeoutMS: patienceMs,
    poolSize: options.connections ?? usualConnections,
    extra: {
      Client: PlannedClient,
      // A person who waits longer than this has gone; a statement that does is a mistake.
      statement_timeout: 10_000,
      lock_timeout: 5000,
      idle_in_transaction_session_timeout: 15_000,
      keepAlive: true,
    },
  };
}

/**
 * PostgreSQL, where the truth is. The process starts without it and goes on trying: until it is there, and whenever it
 * goes away, questions fail with an error that the edges answer as `unavailable`, and readiness says `database`.
 */
@Injectable()
export class Database implements OnModuleInit, OnApplicationShutdown {
  readonly source: DataSource;
  readonly clock: HouseClock;
  readonly #log: Log;
  readonly #transactions: Places;
  #closed = false;
  #connecting: Promise<void> = Promise.resolve();
  #migrated = false;
  #zones: ZoneData = { host: 'unknown', postgres: 'unknown' };

  constructor(
    @Inject(DATABASE_OPTIONS) options: DatabaseOptions,
    @Inject(LOG) log: Log,
    @Inject(Health) health: Health,
  ) {
    this.source = new DataSource(dataSourceOptions(options));
    this.#transactions = new Places(
      Math.max(1, (options.connections ?? usualConnections) - keptForReading),
      patienceMs,
    );
    this.#log = log;
    this.clock = new HouseClock(() => this.#clockShows(), log, health);
    health.needs('database', () => this.#answers());
    health.needs('migrations', () => this.#upToDate());
    health.about('schema', schemaVersion);
    health.about('tzdata', tzdataVersion() ?? 'unknown');
    health.about('tzdataHost', () => this.#zones.host);
    health.about('tzdataPostgres', () => this.#zones.postgres);
  }

  /** For reading outside of a transaction. */
  get manager(): EntityManager {
    return this.source.manager;
  }

  /** All or nothing. Libs below change things only through the manager they are handed. */
  inTransaction<T>(fn: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.#transactions.take(() => this.source.transaction(fn));
  }

  async onModuleInit(): Promise<void> {
    const first = this.#connect();
    this.#connecting = first.then((done) => (done ? undefined : this.#keepTrying()));
    await first;
  }

  async onApplicationShutdown(): Promise<void> {
    this.#closed = true;
    await this.#connecting;
    this.clock.close();
    if (this.source.isInitialized) await this.source.destroy();
  }

  async #connect(): Promise<boolean> {
    try {
      await this.source.initialize();
      await this.clock.start();
      void this.#compareZones();
      return true;
    } catch (err) {
      this.#log.warn({ err }, 'the database does not answer yet');
      return false;
    }
  }

  async #keepTrying(): Promise<void> {
    while (!this.#closed) {
      await pause(500, undefined, { ref: false });
      if (this.#closed || (await this.#connect())) return;
    }
  }

  /** We count with our own zone data alone; who looks after the machine should know that another tells other clocks. */
  async #compareZones(): Promise<void> {
    this.#zones = await readZoneData(this.source.manager);
    const { host, postgres } = this.#zones;
    const ours = tzdataVersion();
    if (postgres !== 'same' || host !== ours) this.#log.warn({ ours, host, postgres }, 'zone data differ');
  }

  async #answers(): Promise<boolean> {
    await this.source.query('select 1');
    return true;
  }

  async #clockShows(): Promise<number> {
    const [row]: { ms: number }[] = await this.source.query(
      'select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms',
    );
    return row?.ms ?? NaN;
  }

  async #upToDate(): Promise<boolean> {
    if (this.#migrated) return true;
    const rows: unknown[] = await this.source.query('select 1 from migrations where name = $1', [schemaVersion]);
    this.#migrated = rows.length > 0;
    return this.#migrated;
  }
}
