import { Injectable } from '@nestjs/common';
import type { Person } from '@okaeri/access';
import { messageKinds } from '@okaeri/contracts';
import type { Locale, MessageKind } from '@okaeri/contracts';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { CalendarEntry } from './calendar/event';
import type { PublishedEntry } from './calendar/published';
import type { Block } from './mail/frame';
import type { Phrase } from './mail/phrase';
import type { NotifyMessage } from './message.entity';

/** For whom a letter is written. */
export interface MailReader {
  person: Person;
  locale: Locale;
  zone: string;
  /** Where she lives, in her language. */
  place: string;
  /** What addresses of pages begin with, for her. */
  origin: string;
  /** She reads it where she is known already: it needs no key to let her in. */
  signedIn: boolean;
  now: Temporal.Instant;
}

export interface RenderedMail {
  subject: string;
  /** What the subject was made of; with it her inbox says the letter in the language that she reads by then. */
  title?: Phrase;
  blocks: readonly Block[];
  calendar?: CalendarEntry;
  /** Several entries in one file. */
  published?: readonly PublishedEntry[];
  /** Whom an answer reaches; nobody, where it is not said. */
  replyTo?: { name: string; address: string } | null;
  /** From then on nobody is helped by it any more. A day after it was due, where it is not said. */
  usefulUntil?: Temporal.Instant;
}

/**
 * Makes the words of a message, when it is sent and in no transaction: links are made here, and kept by their hash only.
 * `null` says that it is no longer due.
 */
export type Render = (em: EntityManager, message: NotifyMessage, reader: MailReader) => Promise<RenderedMail | null>;

/** Who writes which mail. Each lib adds its own when its module starts. */
@Injectable()
export class MessageKinds {
  readonly #known = new Map<MessageKind, Render>();

  add(kind: MessageKind, render: Render): void {
    if (this.#known.has(kind)) throw new Error(`Two renderers write ${kind}.`);
    this.#known.set(kind, render);
  }

  get(kind: MessageKind): Render | undefined {
    return this.#known.get(kind);
  }

  names(): MessageKind[] {
    return [...this.#known.keys()];
  }

  /** A message that nobody can write would wait for ever, and nobody would notice. */
  requireAll(): void {
    const missing = messageKinds.filter((kind) => !this.#known.has(kind));
    if (missing.length > 0) throw new Error(`Nothing writes ${missing.join(', ')}.`);
  }
}
