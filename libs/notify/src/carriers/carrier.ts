import type { Person } from '@okaeri/access';
import type { Channel } from '@okaeri/contracts';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { RenderedMail } from '../kinds';
import type { NotifyMessage } from '../message.entity';

/** A message whose words are made. */
export interface Letter {
  message: NotifyMessage;
  person: Person;
  rendered: RenderedMail;
  /** From then on nobody is helped by it any more. */
  usefulUntil: Temporal.Instant;
}

/** What became of handing it over. `unknown`: they may have it; it is handed over once more, after a while. */
export type Carried =
  | { outcome: 'sent' | 'delivered'; code?: number; providerId?: string | null }
  | { outcome: 'unknown' }
  | {
      outcome: 'retry' | 'bounced' | 'failed';
      smtpCode: number | null;
      /** A code; never what a server said, for that repeats addresses. */
      problem: string;
      /** How long they asked us to wait. */
      seconds?: number | null;
    };

/** One way by which messages go. Whatever is handed to it twice has the same id, by which it is one. */
export interface Carrier {
  readonly channel: Channel;
  /** It wakes whom it reaches: quiet hours are kept. */
  readonly wakes: boolean;
  /** Whether there is somebody to hand messages to. */
  ready(): boolean;
  /** Whether there is something to send it to; asked before any words are made. */
  reaches(person: Person): boolean;
  carry(letter: Letter): Promise<Carried>;
  /** Told, in the transaction that writes it, that it will not arrive. */
  lost(em: EntityManager, message: NotifyMessage, outcome: 'bounced' | 'failed', problem: string): Promise<void>;
}
