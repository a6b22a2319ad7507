import { Inject, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { MessageKinds } from '@okaeri/notify';
import { Handlers } from '@okaeri/platform';
import { noteMail, tellNote } from './notes/tell-note';

/** What the scheduler does about records: the patient is told of a signed note. */
@Module({})
export class RecordsModule implements OnModuleInit {
  constructor(
    @Inject(Handlers) private readonly handlers: Handlers,
    @Inject(MessageKinds) private readonly kinds: MessageKinds,
  ) {}

  onModuleInit(): void {
    this.handlers.add('tellNote', tellNote);
    this.kinds.add('note_ready', noteMail);
  }
}
