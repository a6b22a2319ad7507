/** What the api reads and writes of it. */
export { sayLate } from './late';
