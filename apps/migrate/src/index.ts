export { differences } from './compare';
export { entities } from './data-source';
export { migrate } from './migrate';
export type { Migrated } from './migrate';
