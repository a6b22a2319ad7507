import type { EntityManager } from 'typeorm';

/**
 * Several writes that go to the database as one statement. Each is on rows of its own, and all go by what was there before
 * it, but for what one of them returns: another may read that by its name. Who is to be told hears with the commit.
 */
export class Statement {
  /** What the places of a text that was made elsewhere stand for. */
  readonly parameters: unknown[] = [];
  readonly #writes: string[] = [];
  readonly #told: string[] = [];

  /** The place that a value has in the text. */
  place(value: unknown): string {
    return `$${this.parameters.push(value)}`;
  }

  /** Also a query that others read. */
  add(write: string, name = `write_${this.#writes.length}`): void {
    this.#writes.push(`${name} as (${write})`);
  }

  /** `payloads` is a query of texts. */
  tell(channel: string, payloads: string): void {
    this.#told.push(`select ${this.place(channel)}::text as channel, payload from (${payloads}) as told(payload)`);
  }

  async run(em: EntityManager): Promise<void> {
    const writes = this.#writes.length > 0 ? `with ${this.#writes.join(', ')} ` : '';
    const told = this.#told.join(' union all ');
    const rest = told && ` from (${told}) as all_told`;
    await em.query(`${writes}select ${told ? 'pg_notify(channel, payload)' : '1'}${rest}`, this.parameters);
  }
}
