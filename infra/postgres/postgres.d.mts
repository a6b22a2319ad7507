/** A PostgreSQL of our own that runs. */
export interface RunningPostgres {
  /** For the application: its role owns its database and is nothing more. */
  url: string;
  /** For tests that make databases of their own. */
  superuserUrl: string;
  port: number;
  pid: number;
  /** Resolves with the reason when the server ends, wanted or not. */
  ended: Promise<Error>;
  /** Fast shutdown: sessions are cut, what is committed is kept. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** The folder for data, passwords and log. It must be reachable for user 65534 where we are root: see `databaseHome`. */
  home: string;
  /** False for data that is thrown away. */
  fsync?: boolean;
  port?: number;
  binaries?: string;
  /** Where postgres.log is written; `home` where none is named. */
  logFolder?: string;
  /** Beside what its programs need; nothing of ours reaches it otherwise. */
  env?: Record<string, string>;
  /** Of data that is thrown away: what is committed is not lost when the server is killed. */
  survivesKill?: boolean;
}

/** Starts PostgreSQL on a folder, which is filled where it is empty. What a killed start left running there is stopped first. */
export function startPostgres(options: PostgresOptions): Promise<RunningPostgres>;

export interface ThrowawayPostgres extends RunningPostgres {
  /** Once it has ended: on the same data, at the same port. */
  again(): Promise<RunningPostgres>;
}

/** A cluster for tests: nothing waits for the disk, and its folder is removed by `stop`. */
export function startThrowawayPostgres(
  clone: string,
  options?: Pick<PostgresOptions, 'logFolder' | 'env' | 'survivesKill'>,
): Promise<ThrowawayPostgres>;

/** Where the database of a clone lives, and whether that is inside the clone. */
export function databaseHome(clone: string): { folder: string; inside: boolean };
