import { z } from 'zod';
import { wordsOrNothing } from './people';

/* Calendars elsewhere: busy times are read from them, and a person's own visits can be followed in them. */
export const calendarKinds = ['ics', 'caldav'] as const;
export type CalendarKind = (typeof calendarKinds)[number];

export const calendarLinkStates = ['new', 'works', 'stale', 'refused'] as const;
export type CalendarLinkState = (typeof calendarLinkStates)[number];

/** Her visits are taken out of a calendar; `gave_up`: its server could not be reached for long, and they stay. */
export const calendarLeavings = ['under_way', 'gave_up'] as const;
export type CalendarLeaving = (typeof calendarLeavings)[number];

/** Why something in a calendar does not count as busy time. */
export const ignoredWhys = ['too_many', 'too_dense', 'zone_unknown', 'broken', 'too_late', 'no_time'] as const;
export type IgnoredWhy = (typeof ignoredWhys)[number];
const ignoredCount = z.object({ why: z.enum(ignoredWhys), count: z.number().int() });
export type IgnoredCount = z.infer<typeof ignoredCount>;

const isAddress = (text: string) => URL.canParse(text) && /^(https?|webcals?):$/.test(new URL(text).protocol);
const isAccount = (text: string) => /^(?:[^\s@/:]{1,64}@)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,9}$/i.test(text);

export const calendarLinkForm = z
  .strictObject({
    kind: z.enum(calendarKinds),
    /** Of an account a mail address or a host will do: its domain says where it is. */
    url: z
      .string('required')
      .trim()
      .max(2000, 'too_long')
      .refine((text) => isAddress(text) || isAccount(text), 'wrong'),
    username: wordsOrNothing(200).default(null),
    password: z.string().max(200, 'too_long').nullable().default(null),
    /** Her visits are written into it too. */
    writes: z.boolean().default(false),
  })
  .refine(({ kind, url }) => kind === 'caldav' || isAddress(url), { path: ['url'], error: 'wrong' })
  .refine(({ kind, writes }) => kind === 'caldav' || !writes, { path: ['writes'], error: 'wrong' })
  .meta({
    id: 'CalendarLinkForm',
    description: 'A calendar elsewhere, and the key to it.',
    examples: [
      { kind: 'caldav', url: 'https://dav.hospital.example/', username: 'sato', password: 'of her own', writes: true },
    ],
  });
export type CalendarLinkForm = z.output<typeof calendarLinkForm>;

export const calendarWrites = z.strictObject({ writes: z.boolean('required') }).meta({
  id: 'CalendarWrites',
  description: 'Whether her visits are written into a calendar of hers.',
  examples: [{ writes: true }],
});
export type CalendarWrites = z.output<typeof calendarWrites>;

export const calendarLinkView = z
  .object({
    linkId: z.uuid(),
    kind: z.enum(calendarKinds),
    /** All of its address that is shown. */
    host: z.string(),
    state: z.enum(calendarLinkStates),
    /** "last read yesterday, 9:41 a.m.". */
    readWords: z.string(),
    /** What is wrong with it, in a sentence. */
    problem: z.string().nullable(),
    ignored: z.array(ignoredCount.extend({ words: z.string() })),
    writes: z.boolean(),
    /** She has taken it away, and it is shown for what still lies in it. */
    removed: z.boolean(),
    leaving: z.enum(calendarLeavings).nullable(),
  })
  .meta({
    id: 'CalendarLinkView',
    description: 'A calendar elsewhere, and how reading it goes.',
    examples: [
      {
        linkId: '8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0',
        kind: 'caldav',
        host: 'dav.hospital.example',
        state: 'works',
        readWords: 'last read today, 9:41 a.m.',
        problem: null,
        ignored: [{ why: 'zone_unknown', count: 2, words: '2 entries in time zones that are not known' }],
        writes: true,
        removed: false,
        leaving: null,
      },
    ],
  });
export type CalendarLinkView = z.infer<typeof calendarLinkView>;

export const calendarsPage = z
  .object({
    /** Whether this server can keep the key to a calendar; without that nothing of it is offered. */
    may: z.boolean(),
    links: z.array(calendarLinkView),
    /** The address under which her own visits can be read; which it is was shown when it was made. */
    feed: z.object({ sinceWords: z.string(), readWords: z.string() }).nullable(),
  })
  .meta({
    id: 'CalendarsPage',
    description: 'A person’s calendars elsewhere, and the address of her own visits for one.',
    examples: [{ may: true, links: [], feed: null }],
  });
export type CalendarsPage = z.infer<typeof calendarsPage>;

export const calendarLinked = z.object({ linkId: z.uuid() }).meta({
  id: 'CalendarLinked',
  description: 'The calendar that was added.',
  examples: [{ linkId: '8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0' }],
});
export type CalendarLinked = z.infer<typeof calendarLinked>;

export const feedMade = z.object({ url: z.string() }).meta({
  id: 'FeedMade',
  description: 'Where her calendar program finds her visits. It is shown once; whoever has it can read them.',
  examples: [{ url: `https://okaeri.example/api/feeds/${'A'.repeat(43)}.ics` }],
});
export type FeedMade = z.infer<typeof feedMade>;
