export { createScheduler } from './app';
export { schedulerEnv } from './env';
export type { SchedulerEnv } from './env';
export { SchedulerModule } from './scheduler.module';
export type { SchedulerOptions } from './scheduler.module';
