import { z } from 'zod';
import { exampleIds, exampleNames, exampleWhen } from './examples';
import { pageOf } from './paging';
import { personName, when } from './said';

/* Visits whose promise would break, for a country has changed its clocks since they were booked. */

/** What was promised to somebody and what her clock will show instead; kept with the change, so no name is in it. */
export interface ClockWall {
  /** `patient`, `institution`, or the id of a seat. */
  who: string;
  zone: string;
  /** ISO 8601 without offset. */
  before: string;
  after: string;
}

export const clockChangeView = z
  .object({
    changeId: z.uuid(),
    visitId: z.uuid(),
    episodeId: z.uuid(),
    patient: personName,
    physician: personName,
    when,
    walls: z.array(
      z.object({
        /** A person, or the place of the institution. */
        name: personName.nullable(),
        place: z.string(),
        before: z.string(),
        after: z.string(),
      }),
    ),
  })
  .meta({
    id: 'ClockChangeView',
    description: 'A visit whose time on somebody’s clock is not the promised one any more.',
  });
export type ClockChangeView = z.infer<typeof clockChangeView>;

export const clocksPage = pageOf(clockChangeView).meta({
  id: 'ClocksPage',
  description: 'Visits whose promise has to be decided about.',
  examples: [
    {
      items: [
        {
          changeId: '8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0',
          visitId: exampleIds.visit,
          episodeId: exampleIds.episode,
          patient: exampleNames.emily,
          physician: exampleNames.sato,
          when: exampleWhen,
          walls: [{ name: exampleNames.emily, place: 'Vancouver', before: '5:00 p.m.', after: '6:00 p.m.' }],
        },
      ],
      next: null,
    },
  ],
});
export type ClocksPage = z.infer<typeof clocksPage>;

export const clockChoice = z
  .strictObject({
    /** The time on the patient's clock as it was promised, or the moment. */
    keep: z.enum(['wall', 'instant']),
    changeIds: z.array(z.uuid()).min(1).max(200),
  })
  .meta({
    id: 'ClockChoice',
    description: 'What is kept of a promise that cannot be kept whole.',
    examples: [{ keep: 'wall', changeIds: ['8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0'] }],
  });
export type ClockChoice = z.output<typeof clockChoice>;

export const clocksDecided = z
  .object({
    done: z.array(z.uuid()),
    /** Why it could not be done, in a sentence. */
    refused: z.array(z.object({ changeId: z.uuid(), problem: z.string() })),
  })
  .meta({
    id: 'ClocksDecided',
    description: 'What was decided, and what could not be done.',
    examples: [{ done: ['8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0'], refused: [] }],
  });
export type ClocksDecided = z.infer<typeof clocksDecided>;
