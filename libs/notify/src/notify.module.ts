import { Inject, Module } from '@nestjs/common';
import type { BeforeApplicationShutdown, DynamicModule, OnModuleInit } from '@nestjs/common';
import { Database, Handlers, MailTransport, Relay } from '@okaeri/platform';
import { Health, LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { carriersOf } from './carriers';
import { codeMail, sendCode } from './door/code-mail';
import { invitationMail, sendInvitation } from './door/invitation-mail';
import { sendSignIn, signInMail } from './door/sign-in-mail';
import { Answers } from './inbound/answers';
import { MailDoor } from './inbound/door';
import { Mailbox } from './inbound/mailbox';
import { Routes } from './inbound/routes';
import { MessageKinds } from './kinds';
import { NOTIFY_OPTIONS } from './options';
import type { NotifyOptions } from './options';
import { LetterReads } from './reads';
import { Stream } from './stream';

/** What people are told, on each of their ways; for the scheduler, other processes only post and read. */
@Module({})
export class NotifyModule implements OnModuleInit, BeforeApplicationShutdown {
  #streams: Stream[] = [];

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(MailTransport) private readonly transport: MailTransport,
    @Inject(MessageKinds) private readonly kinds: MessageKinds,
    @Inject(LetterReads) private readonly reads: LetterReads,
    @Inject(NOTIFY_OPTIONS) private readonly options: NotifyOptions,
    @Inject(Handlers) private readonly handlers: Handlers,
    @Inject(Relay) private readonly relay: Relay,
    @Inject(Health) private readonly health: Health,
    @Inject(LOG) private readonly log: Log,
  ) {}

  static forRoot(options: NotifyOptions): DynamicModule {
    return {
      module: NotifyModule,
      global: true,
      providers: [
        { provide: NOTIFY_OPTIONS, useValue: options },
        ...[MessageKinds, LetterReads, Answers, Routes, MailDoor, Mailbox],
      ],
      exports: [NOTIFY_OPTIONS, MessageKinds, LetterReads, Answers],
    };
  }

  onModuleInit(): void {
    const { db, transport, kinds, reads, options, health, log } = this;
    this.handlers.add('sendInvitation', sendInvitation);
    this.handlers.add('sendSignIn', sendSignIn);
    this.handlers.add('sendCode', sendCode);
    kinds.add('invitation', invitationMail);
    kinds.add('sign_in', signInMail);
    kinds.add('link_code', codeMail);
    this.#streams = carriersOf({ db, transport, health, log }, options).map(
      (carrier) => new Stream({ db, carrier, kinds, reads, options, log }),
    );
    this.relay.hear(() => {
      for (const stream of this.#streams) stream.look();
    });
  }

  /** Ends what is under way while the servers and the database are still there. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.#streams.map((stream) => stream.close()));
  }
}
