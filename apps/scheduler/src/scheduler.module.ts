import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { FollowupModule } from '@okaeri/followup';
import { NotifyModule } from '@okaeri/notify';
import { RecordsModule } from '@okaeri/records';
import { SchedulingModule } from '@okaeri/scheduling';

export interface SchedulerOptions {
  redisUrl: string | undefined;
  /** Where mail is handed over; a function where the server's port is known only later. */
  smtpUrl: () => string | null;
  mailFrom: string;
  mailDomain: string;
  publicUrl: string | undefined;
  demo: boolean;
  /** Whether the process is of no use without the queues. */
  critical: boolean;
}

/** The edges that work without anybody asking. Its process brings the database and the log. */
@Module({})
export class SchedulerModule {
  static forRoot(_options: SchedulerOptions): DynamicModule {
    return { module: SchedulerModule, imports: [NotifyModule, SchedulingModule, RecordsModule, FollowupModule] };
  }
}
