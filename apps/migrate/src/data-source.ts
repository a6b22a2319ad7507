import { accessEntities } from '@okaeri/access';
import { careEntities } from '@okaeri/care';
import { chartEntities } from '@okaeri/chart';
import { consultEntities } from '@okaeri/consult';
import { followupEntities } from '@okaeri/followup';
import { notifyEntities } from '@okaeri/notify';
import { dataSourceOptions, platformEntities } from '@okaeri/platform';
import { recordsEntities } from '@okaeri/records';
import { schedulingEntities } from '@okaeri/scheduling';
import { DataSource } from 'typeorm';
import { migrations } from './migrations';

/** Every entity of the house. */
export const entities = [
  ...platformEntities,
  ...accessEntities,
  ...careEntities,
  ...consultEntities,
  ...notifyEntities,
  ...chartEntities,
  ...recordsEntities,
  ...schedulingEntities,
  ...followupEntities,
];

/** One connection is enough: migrations run one after the other. */
export function migrationSource(url: string): DataSource {
  const options = dataSourceOptions({ url, entities, connections: 2 });
  return new DataSource({
    ...options,
    // A migration may rewrite a table; only a lock that nobody releases must end it.
    extra: { lock_timeout: 60_000, keepAlive: true },
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
  });
}
