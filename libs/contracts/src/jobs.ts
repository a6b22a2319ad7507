import { z } from 'zod';

/** What lies in a queue: the id of a row, and nothing that a person said or is. */
export const jobs = {
  events: z.strictObject({ deliveryId: z.uuid() }),
} as const;
export type QueueName = keyof typeof jobs;
export const queueNames = Object.keys(jobs) as QueueName[];
export type JobData<Name extends QueueName> = z.output<(typeof jobs)[Name]>;
