import { z } from 'zod';
import { askForm, minutesGiven } from './booking';
import { exampleIds, exampleNames, exampleWhen } from './examples';
import { localDate } from './people';
import { pageOf } from './paging';
import { personName, when } from './said';
import { foundSlot } from './slots';

/* Times that are not yet booked: who waits for one, and who may choose her own. */
const uuid = z.uuid();

const window = {
  physicianId: uuid,
  minutes: minutesGiven,
  /** Days on the patient's calendar, both included. */
  earliest: localDate,
  latest: localDate,
  /** Whom to ask to interpret, once there is a time. */
  ask: askForm.nullable().default(null),
};
const inOrder = ({ earliest, latest }: { earliest: string; latest: string }) => earliest <= latest;
const windowExample = {
  physicianId: exampleIds.sato,
  minutes: 30,
  earliest: '2026-12-01',
  latest: '2026-12-18',
  ask: null,
};

export const waitlistForm = z
  .strictObject({ ...window, rank: z.number().int().min(0).max(99).default(0) })
  .refine(inOrder, { path: ['latest'], error: 'date_order' })
  .meta({
    id: 'WaitlistForm',
    description: 'A patient who would take an earlier time, should one become free.',
    examples: [{ ...windowExample, rank: 0 }],
  });
export type WaitlistForm = z.output<typeof waitlistForm>;

export const waitlistRow = z
  .object({
    waitlistId: uuid,
    episodeId: uuid,
    patient: personName,
    physician: personName,
    minutes: z.number().int(),
    /** "December 1 – December 18". */
    windowWords: z.string(),
    state: z.enum(['waiting', 'offered', 'filled', 'ended']),
    sinceWords: z.string(),
  })
  .meta({
    id: 'WaitlistRow',
    description: 'Somebody who waits for a time to become free.',
    examples: [
      {
        waitlistId: exampleIds.visit,
        episodeId: exampleIds.episode,
        patient: exampleNames.emily,
        physician: exampleNames.sato,
        minutes: 30,
        windowWords: 'December 1 – December 18',
        state: 'waiting',
        sinceWords: 'since yesterday',
      },
    ],
  });
export type WaitlistRow = z.infer<typeof waitlistRow>;

export const waitlistMade = z.object({ waitlistId: uuid }).meta({
  id: 'WaitlistMade',
  description: 'Her place on the list.',
  examples: [{ waitlistId: exampleIds.visit }],
});
export type WaitlistMade = z.infer<typeof waitlistMade>;

export const waitlistPage = pageOf(waitlistRow).meta({
  id: 'WaitlistPage',
  description: 'Who waits for a time to become free.',
  examples: [{ items: [], next: null }],
});
export type WaitlistPage = z.infer<typeof waitlistPage>;

/** A time that became free and is kept for her until she has answered. */
export const timeOffer = z
  .object({
    waitlistId: uuid,
    when,
    physician: personName,
    institution: z.string(),
    /** "by today, 7:00 p.m.". */
    untilWords: z.string(),
  })
  .meta({
    id: 'TimeOffer',
    description: 'A time that is kept for a patient who waits for one.',
    examples: [
      {
        waitlistId: exampleIds.visit,
        when: exampleWhen,
        physician: exampleNames.sato,
        institution: 'Naniwa International Hospital',
        untilWords: 'by today, 7:00 p.m.',
      },
    ],
  });
export type TimeOffer = z.infer<typeof timeOffer>;

export const allowanceForm = z
  .strictObject({ ...window, remaining: z.number().int().min(0).max(20) })
  .refine(inOrder, { path: ['latest'], error: 'date_order' })
  .meta({
    id: 'AllowanceForm',
    description: 'How many visits a patient may book for herself; none takes the allowance back.',
    examples: [{ ...windowExample, remaining: 2 }],
  });
export type AllowanceForm = z.output<typeof allowanceForm>;

export const selfPage = z
  .object({
    episodeId: uuid,
    title: z.string(),
    institution: z.string(),
    physician: personName,
    minutes: z.number().int(),
    /** How many she may still book. */
    remaining: z.number().int(),
    /** The visit that she would move, and when it is now; null where she books another. */
    move: z.object({ visitId: uuid, when }).nullable(),
    slots: z.array(foundSlot),
  })
  .meta({
    id: 'SelfPage',
    description: 'Times that a patient may choose from.',
    examples: [
      {
        episodeId: exampleIds.episode,
        title: 'Follow-up after proton therapy',
        institution: 'Naniwa International Hospital',
        physician: exampleNames.sato,
        minutes: 30,
        remaining: 2,
        move: null,
        slots: [],
      },
    ],
  });
export type SelfPage = z.infer<typeof selfPage>;
