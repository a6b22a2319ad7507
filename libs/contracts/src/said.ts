import { z } from 'zod';
import { exampleClock, exampleNames, exampleWhen } from './examples';

/** How people and times are said to one reader: made on the server, in her language and clock. */

/** An instant, ISO 8601 in UTC. */
const instant = z.iso.datetime();

export const personName = z
  .object({
    /** As this reader reads and says it: with the title or the polite ending that her language has for the role. */
    display: z.string(),
    /** The same without. */
    bare: z.string(),
    /** In the person's own script, where it differs. */
    original: z.string().nullable(),
    /** BCP 47 tag of the own name, which `bare` is where `original` is null; for the `lang` attribute. */
    originalLang: z.string(),
  })
  .meta({
    id: 'PersonName',
    description: 'A person as this reader reads and says her name.',
    examples: [exampleNames.sato],
  });
export type PersonName = z.infer<typeof personName>;

export const clock = z
  .object({
    place: z.string(),
    zone: z.string(),
    zoneName: z.string(),
    date: z.string(),
    time: z.string(),
  })
  .meta({
    id: 'Clock',
    description: 'What a clock at a place shows.',
    examples: [exampleClock],
  });
export type Clock = z.infer<typeof clock>;

/** A time in words, for both sides. `sentence` says it all: "Tuesday 24 November, 7:00 p.m. in Toronto. In Osaka …". */
export const when = z
  .object({
    startsAt: instant,
    endsAt: instant,
    minutes: z.number().int(),
    yours: clock,
    theirs: clock.nullable(),
    /** "in 12 minutes", "now", "tomorrow". */
    relative: z.string(),
    sentence: z.string(),
  })
  .meta({
    id: 'When',
    description: 'A time in words, on the clocks of both sides.',
    examples: [exampleWhen],
  });
export type When = z.infer<typeof when>;
