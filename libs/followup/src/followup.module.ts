import { Inject, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { MessageKinds } from '@okaeri/notify';
import { Handlers } from '@okaeri/platform';
import { glassMail, tellGlass } from './tell-glass';
import { messageMail, tellMessage } from './tell-message';

/** What the scheduler does about threads, and about emergencies: those who have something to read or to review are told. */
@Module({})
export class FollowupModule implements OnModuleInit {
  constructor(
    @Inject(Handlers) private readonly handlers: Handlers,
    @Inject(MessageKinds) private readonly kinds: MessageKinds,
  ) {}

  onModuleInit(): void {
    this.handlers.add('tellMessage', tellMessage);
    this.kinds.add('message_new', messageMail);
    this.handlers.add('tellGlass', tellGlass);
    this.kinds.add('glass_review', glassMail);
  }
}
