import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SeatId } from '@okaeri/contracts';
import type { Database } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';

/** A mail that came to the address of a seat. */
export interface Answer {
  seatId: SeatId;
  /** Each calendar that it brings; some programs say its method only beside it. */
  calendars: { file: Buffer; method: string | null }[];
  /** What somebody wrote, without what she answered to. */
  text: string;
  /** A program sent it by itself. */
  automatic: boolean;
  /** It brings something that only another program reads (`winmail.dat`). */
  sealed: boolean;
}

/** As what an answer was taken, and what follows from it; a word of ours, nothing of the mail. */
export type Judge = (em: EntityManager, answer: Answer) => Promise<string>;

const mostText = 2000;

/** Whoever knows what an answer means says so here: seats are care's, which stands above. */
@Injectable()
export class Answers {
  #judge: Judge | null = null;

  judgedBy(judge: Judge): void {
    this.#judge = judge;
  }

  /** Takes in one mail to one seat. The same one twice is one. */
  async take(db: Database, raw: Buffer, recipient: string, seatId: SeatId): Promise<void> {
    const judge = this.#judge;
    if (!judge) throw new Error('Nobody judges answers.');
    const { messageId, ...answer } = await readAnswer(raw, seatId);
    const id = createHash('sha256')
      .update(messageId ?? raw)
      .update(`|${recipient.toLowerCase()}`)
      .digest('hex');
    await db.inTransaction(async (em) => {
      const made: unknown[] = await em.query(
        `with made as (insert into inbound_mail (id, what) values ($1, 'taken') on conflict do nothing returning id)
         select id from made`,
        [id],
      );
      if (made.length === 0) return;
      const what = await judge(em, answer);
      await em.query('update inbound_mail set what = $2, seat_id = $3 where id = $1', [id, what, seatId]);
    });
  }
}

async function readAnswer(raw: Buffer, seatId: SeatId): Promise<Answer & { messageId: string | null }> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(raw);
  const calendars = mail.attachments.filter(
    ({ mimeType, filename }) =>
      /^(?:text\/calendar|application\/ics)$/i.test(mimeType) || /\.ics$/i.test(filename ?? ''),
  );
  const submitted = mail.headers.find(({ key }) => key === 'auto-submitted')?.value ?? 'no';
  return {
    seatId,
    calendars: calendars.map(({ content, method }) => ({
      file: Buffer.from(content as string),
      method: method ?? null,
    })),
    text: ownWords(mail.text ?? ''),
    automatic: !/^no\b/i.test(submitted.trim()),
    sealed: mail.attachments.some(({ mimeType }) => /ms-tnef/i.test(mimeType)),
    messageId: mail.messageId ?? null,
  };
}

/** What she answered to is repeated below by most programs, behind `>` or a line of their own. */
export function ownWords(text: string): string {
  const [own = ''] = text.split(
    /^(?:-{2,} ?Original.*|_{10,}|From: .*|On .{5,100} wrote:|Le .{5,100} a écrit ?:|.{5,100}のメール：)\s*$/m,
  );
  const lines = own.split(/\r?\n/).filter((line) => !line.startsWith('>'));
  return lines.join('\n').trim().slice(0, mostText);
}
