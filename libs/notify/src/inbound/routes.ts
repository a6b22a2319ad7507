import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@okaeri/platform';
import { NOTIFY_OPTIONS } from '../options';
import type { NotifyOptions } from '../options';
import { Answers } from './answers';
import { messageOf, takeReport } from './bounces';
import { seatOfReply } from './reply-address';

export type Take = (raw: Buffer) => Promise<void>;

/** Of one mail so much is read. */
export const largestMail = 1_000_000;

/** Whose a mail is by the address it came to, whichever way it came in. */
@Injectable()
export class Routes {
  constructor(
    @Inject(NOTIFY_OPTIONS) private readonly options: NotifyOptions,
    @Inject(Database) private readonly db: Database,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  /** `null`: nobody's here. */
  to(address: string): Take | null {
    const { mailDomain, house } = this.options;
    const messageId = messageOf(address, mailDomain);
    if (messageId) return (raw) => takeReport(this.db, raw, messageId);
    const seatId = house && seatOfReply(house, address, mailDomain);
    return seatId ? (raw) => this.answers.take(this.db, raw, address, seatId) : null;
  }
}

const ours = /\b(?:bounce|reply)\+[0-9a-z-]{1,64}@[a-z0-9.-]+/gi;

/** Addresses that may be ours in the heads of a mail, each once: who handed it over is not known in a mailbox. */
export function addressesIn(heads: string): string[] {
  return [...new Set([...heads.replace(/\r?\n[ \t]+/g, ' ').matchAll(ours)].map(([found]) => found.toLowerCase()))];
}
