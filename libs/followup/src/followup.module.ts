import { Inject, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { MessageKinds } from '@okaeri/notify';
import { Handlers } from '@okaeri/platform';
import { messageMail, tellMessage } from './tell-message';

/** What the scheduler does about threads: those who have something to read are told. */
@Module({})
export class FollowupModule implements OnModuleInit {
  constructor(
    @Inject(Handlers) private readonly handlers: Handlers,
    @Inject(MessageKinds) private readonly kinds: MessageKinds,
  ) {}

  onModuleInit(): void {
    this.handlers.add('tellMessage', tellMessage);
    this.kinds.add('message_new', messageMail);
  }
}
