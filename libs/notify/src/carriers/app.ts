import type { Locale } from '@okaeri/contracts';
import { Gathered, writeAndAnnounce } from '@okaeri/platform';
import type { Database } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import { toldOf } from '../mail/told';
import { voicesOf } from '../voices';
import type { Carried, Carrier, Letter } from './carrier';

type Line = {
  messageId: string;
  personId: string;
  title: string;
  text: string;
  path: string | null;
  language: Locale;
  told: string | null;
};

/** Among her messages here; an open page is told at once. */
export class AppCarrier implements Carrier {
  readonly channel = 'app';
  readonly wakes = false;
  readonly #lines: Gathered<Line, true>;

  constructor(private readonly db: Database) {
    this.#lines = new Gathered(
      async (lines) => {
        await this.#keep(lines);
        return new Map(lines.map((line) => [line, true] as const));
      },
      ({ messageId }) => messageId,
    );
  }

  ready(): boolean {
    return true;
  }

  reaches(): boolean {
    return true;
  }

  async carry({ message, person, rendered }: Letter): Promise<Carried> {
    const { language } = person;
    const { inbox } = voicesOf({ locale: language, ...rendered });
    const letter = toldOf(rendered.title, rendered.blocks);
    const told = letter && JSON.stringify(letter);
    await this.#lines.ask({ messageId: message.id, personId: person.id, language, told, ...inbox });
    return { outcome: 'delivered' };
  }

  async lost(): Promise<void> {
    // It is never refused: a line that cannot be written is written later.
  }

  async #keep(lines: readonly Line[]): Promise<void> {
    const version = now().epochMilliseconds;
    const readers = [...new Set(lines.map(({ personId }) => personId))];
    await writeAndAnnounce(
      this.db.manager,
      {
        writes: [
          `insert into inbox_line (message_id, title, text, path, language, told)
           select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[]) on conflict do nothing`,
        ],
        parameters: [
          lines.map(({ messageId }) => messageId),
          lines.map(({ title }) => title),
          lines.map(({ text }) => text),
          lines.map(({ path }) => path),
          lines.map(({ language }) => language),
          lines.map(({ told }) => told),
        ],
      },
      readers.map((id) => ({ topic: 'inbox', id, version })),
    );
  }
}
