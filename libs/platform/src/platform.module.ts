import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Health, LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { DATABASE_OPTIONS, Database } from './database';
import type { DatabaseOptions } from './database';
import { NoticeListener } from './notice-listener';
import { REDIS, RedisLink } from './redis';

/** The database of the process; imported once, by its root. */
@Module({})
export class DatabaseModule {
  static forRoot(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: DATABASE_OPTIONS, useValue: options }, Database],
      exports: [DATABASE_OPTIONS, Database],
    };
  }
}

/** Live notices, for processes that hold sockets. */
@Module({ providers: [NoticeListener], exports: [NoticeListener] })
export class NoticesModule {}

/** Redis where a URL is given, else `null` under the token `REDIS`. */
@Module({})
export class RedisModule {
  static forRoot(url: string | undefined): DynamicModule {
    return {
      module: RedisModule,
      global: true,
      providers: [
        {
          provide: REDIS,
          inject: [LOG, Health],
          useFactory: (log: Log, health: Health) => (url ? new RedisLink(url, log, health) : null),
        },
      ],
      exports: [REDIS],
    };
  }
}
