import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { QueuesModule } from '../queues';
import type { QueueOptions } from '../queues';
import { Handlers } from './handlers';
import { Relay } from './relay';

/** Events and what is done about them, for the scheduler alone: other processes only `emit`. */
@Module({})
export class OutboxModule {
  static forRoot(options: QueueOptions): DynamicModule {
    return {
      module: OutboxModule,
      global: true,
      imports: [QueuesModule.forRoot(options)],
      providers: [Handlers, Relay],
      exports: [Handlers, Relay],
    };
  }
}
