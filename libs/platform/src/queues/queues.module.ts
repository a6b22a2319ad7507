import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { QUEUE_OPTIONS, Queues } from './queues';
import type { QueueOptions } from './queues';

@Module({})
export class QueuesModule {
  static forRoot(options: QueueOptions): DynamicModule {
    return {
      module: QueuesModule,
      providers: [{ provide: QUEUE_OPTIONS, useValue: options }, Queues],
      exports: [Queues],
    };
  }
}
