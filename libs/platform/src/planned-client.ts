import { Client } from 'pg';

/** A text beyond so many was made up for its occasion, and to keep its plan is of no use. */
const most = 500;
const names = new Map<string, string>();

/** The same for the same text, on every connection of the process. */
function nameOf(text: string): string | undefined {
  if (!names.has(text) && names.size < most) names.set(text, `okaeri_${names.size}`);
  return names.get(text);
}

const planned = (text: unknown, values: unknown): unknown =>
  typeof text === 'string' && Array.isArray(values) && values.length > 0 ? { text, name: nameOf(text) } : text;

/**
 * A connection on which PostgreSQL keeps how it goes about a statement with parameters: what is asked again is neither
 * parsed nor planned again, which takes it longer than the answer where many tables are joined.
 */
export class PlannedClient extends Client {
  override query = ((text: unknown, values?: unknown, ...rest: unknown[]): unknown =>
    Reflect.apply(super.query, this, [planned(text, values), values, ...rest])) as Client['query'];
}
