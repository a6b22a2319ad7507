import { z } from 'zod';
import { exampleIds, exampleNames } from './examples';
import { birthDate, words, wordsOrNothing } from './people';
import { personName } from './said';

/*
 * An emergency: a physician of the patient's hospital who does not treat her reads her record for a short time, says why,
 * and answers for it. The patient is told at once, and somebody else of the hospital reviews it.
 */

/** For so many days earlier uses are counted beside a new one. */
export const glassRepeatDays = 90;

export const glassForm = z
  .strictObject({
    name: words(120),
    birthDate,
    reason: z.string('required').trim().min(10, 'required').max(500, 'too_long'),
  })
  .meta({
    id: 'GlassForm',
    description: 'Whose record is needed at once, and why.',
    examples: [
      { name: 'Emily Tremblay', birthDate: '1984-05-02', reason: 'Brought in unconscious; allergies unknown.' },
    ],
  });
export type GlassForm = z.output<typeof glassForm>;

const glassId = z.uuid();
const exampleGlass = '7a6b5c4d-3e2f-4a1b-8c9d-0e1f2a3b4c5d';

export const glassOpened = z.object({ glassId, episodeId: z.uuid(), untilWords: z.string() }).meta({
  id: 'GlassOpened',
  description: 'What may be read now, and until when.',
  examples: [{ glassId: exampleGlass, episodeId: exampleIds.episode, untilWords: 'today at 11:41 a.m.' }],
});
export type GlassOpened = z.infer<typeof glassOpened>;

export const glassReview = z.strictObject({ justified: z.boolean(), note: wordsOrNothing(500).default(null) }).meta({
  id: 'GlassReview',
  description: 'Whether it was in order; what was not ends at once.',
  examples: [{ justified: true, note: null }],
});
export type GlassReview = z.output<typeof glassReview>;

export const glassPage = z
  .object({
    items: z.array(
      z.object({
        glassId,
        by: personName,
        patient: personName,
        reason: z.string(),
        atWords: z.string(),
        untilWords: z.string(),
        open: z.boolean(),
        /** How often the same person has done it in the 90 days before. */
        earlier: z.number().int(),
        review: z
          .object({ justified: z.boolean(), by: personName, atWords: z.string(), note: z.string().nullable() })
          .nullable(),
        mayReview: z.boolean(),
      }),
    ),
  })
  .meta({
    id: 'GlassPage',
    description: 'Emergencies of a hospital in the last 90 days; those without a review first.',
    examples: [
      {
        items: [
          {
            ...{ glassId: exampleGlass, by: exampleNames.sato, patient: exampleNames.emily, open: true, earlier: 0 },
            ...{ reason: 'Brought in unconscious; allergies unknown.', review: null, mayReview: true },
            ...{ atWords: 'today at 9:41 a.m.', untilWords: 'today at 11:41 a.m.' },
          },
        ],
      },
    ],
  });
export type GlassPage = z.infer<typeof glassPage>;
