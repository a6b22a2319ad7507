import { z } from 'zod';
import { localDate } from './people';

/** What became of visits, counted. */
const counts = {
  /** What they have in common, in words: a week, an hour, a way of being reminded. */
  words: z.string(),
  attended: z.number().int(),
  late: z.number().int(),
  noshow: z.number().int(),
  technical: z.number().int(),
  notReceived: z.number().int(),
  cancelled: z.number().int(),
};
const group = z
  .object({ key: z.string(), ...counts })
  .meta({ id: 'OutcomeGroup', description: 'Visits of one kind, counted.' });
export type OutcomeGroup = z.infer<typeof group>;

export const statisticsQuery = z.object({
  from: localDate.optional(),
  to: localDate.optional(),
  /** One of those the reader looks after; all of them where none is named. */
  institutionId: z.uuid().optional(),
});
export type StatisticsQuery = z.output<typeof statisticsQuery>;

export const statisticsPage = z
  .object({
    /** On the hospital’s calendar, both included. */
    from: localDate,
    to: localDate,
    fromWords: z.string(),
    toWords: z.string(),
    /** One after the other, also those in which nothing was; none where nothing was at all. */
    weeks: z.array(z.object({ date: z.string(), ...counts })),
    /** By how long before they were booked. */
    byLead: z.array(group),
    /** By the hour of the patient's day. */
    byHour: z.array(group),
    byReminder: z.array(group),
  })
  .meta({
    id: 'StatisticsPage',
    description: 'What became of the visits of an institution.',
    examples: [
      {
        from: '2026-09-01',
        to: '2026-11-22',
        fromWords: 'September 1',
        toWords: 'November 22',
        weeks: [
          {
            ...{ date: '2026-11-16', words: 'November 16 – November 22', attended: 12, late: 1, noshow: 1 },
            ...{ technical: 0, notReceived: 0, cancelled: 2 },
          },
        ],
        byLead: [],
        byHour: [],
        byReminder: [],
      },
    ],
  });
export type StatisticsPage = z.infer<typeof statisticsPage>;
