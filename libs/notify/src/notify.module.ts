import { Inject, Module } from '@nestjs/common';
import type { DynamicModule, OnModuleInit } from '@nestjs/common';
import { markAddress } from '@okaeri/access';
import { Database, Handlers, MailTransport, Relay } from '@okaeri/platform';
import type { PersonId } from '@okaeri/contracts';
import { LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { BounceDoor } from './bounces';
import { codeMail, sendCode } from './door/code-mail';
import { invitationMail, sendInvitation } from './door/invitation-mail';
import { sendSignIn, signInMail } from './door/sign-in-mail';
import { MessageKinds } from './kinds';
import { MessageSource } from './message-source';
import { NOTIFY_OPTIONS } from './options';
import type { NotifyOptions } from './options';
import { sendMessage } from './send';

/** What people are told by mail; for the scheduler, other processes only post and read. */
@Module({})
export class NotifyModule implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(MailTransport) private readonly transport: MailTransport,
    @Inject(MessageKinds) private readonly kinds: MessageKinds,
    @Inject(NOTIFY_OPTIONS) private readonly options: NotifyOptions,
    @Inject(Handlers) private readonly handlers: Handlers,
    @Inject(Relay) private readonly relay: Relay,
    @Inject(LOG) private readonly log: Log,
  ) {}

  static forRoot(options: NotifyOptions): DynamicModule {
    return {
      module: NotifyModule,
      global: true,
      providers: [{ provide: NOTIFY_OPTIONS, useValue: options }, MessageKinds, BounceDoor],
      exports: [NOTIFY_OPTIONS, MessageKinds],
    };
  }

  onModuleInit(): void {
    const { db, transport, kinds, options, log } = this;
    this.handlers.add('sendInvitation', sendInvitation);
    this.handlers.add('sendSignIn', sendSignIn);
    this.handlers.add('sendCode', sendCode);
    kinds.add('invitation', invitationMail);
    kinds.add('sign_in', signInMail);
    kinds.add('link_code', codeMail);
    const onBounce = ({ personId }: { personId: PersonId }) =>
      db.inTransaction((em) => markAddress(em, personId, 'bounced'));
    const parts = { db, transport, kinds, options, log, onBounce };
    this.relay.add(
      new MessageSource(
        kinds,
        () => transport.ready(),
        (id) => sendMessage(parts, id),
      ),
    );
  }
}
