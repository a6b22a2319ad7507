import { z } from 'zod';
import { minutesGiven } from './booking';
import { exampleClock, exampleIds, exampleNames, exampleWhen } from './examples';
import { localDate, zoneName } from './people';
import { tag } from './rtp';
import { clock, personName, when } from './said';
import { seatRoles } from './states';
import { thingKinds, thingsPerVisit } from './things';

/* Times at which several people are free, and the strips on which they are seen. */
const uuid = z.uuid();

/** How far ahead is looked for a time. */
export const slotDays = 180;
/** For how many people at once. */
export const slotPeople = 8;

export const slotsQuery = z
  .strictObject({
    episodeId: uuid,
    /** Who has to be there, the patient first. */
    personIds: z.array(uuid).min(1).max(slotPeople),
    thingIds: z.array(uuid).max(thingsPerVisit).default([]),
    /** One of these besides; `any`: whoever interprets between the two. */
    interpreter: z
      .strictObject({
        languages: z.tuple([tag, tag]),
        personIds: z.union([z.array(uuid).min(1).max(20), z.literal('any')]),
      })
      .nullable(),
    minutes: minutesGiven,
    /** On the hospital's calendar. */
    from: localDate,
    days: z.number().int().min(1).max(slotDays),
    /** Times at which somebody is on call count too. */
    onCall: z.boolean().default(false),
    /** The visit that is to be moved: it is not in its own way. */
    visitId: uuid.optional(),
    most: z.number().int().min(1).max(20).default(12),
  })
  .meta({
    id: 'SlotsQuery',
    description: 'Whom a time is looked for, how long and from when.',
    examples: [
      {
        episodeId: exampleIds.episode,
        personIds: [exampleIds.emily, exampleIds.sato],
        thingIds: [],
        interpreter: { languages: ['ja', 'en'], personIds: [exampleIds.mori] },
        minutes: 30,
        from: '2026-11-24',
        days: 28,
        onCall: false,
        most: 12,
      },
    ],
  });
export type SlotsQuery = z.output<typeof slotsQuery>;

/** How a time is for somebody by her own good hours. */
export const moods = ['good', 'early', 'late', 'night'] as const;
export type Mood = (typeof moods)[number];

export const foundSlot = z
  .object({
    startsAt: z.iso.datetime(),
    when,
    /** Whom of the interpreters it fits best. */
    interpreterId: uuid.nullable(),
    clocks: z.array(
      z.object({
        personId: uuid,
        clock,
        mood: z.enum(moods),
        /** "Culture Day in Japan". */
        holiday: z.string().nullable(),
      }),
    ),
    /** Why it is among the first, in a sentence. */
    reason: z.string(),
  })
  .meta({ id: 'FoundSlot', description: 'A time at which all of them are free.' });
export type FoundSlot = z.infer<typeof foundSlot>;

const slotExample = {
  startsAt: exampleWhen.startsAt,
  when: exampleWhen,
  interpreterId: exampleIds.mori,
  clocks: [{ personId: exampleIds.emily, clock: exampleClock, mood: 'good' as const, holiday: null }],
  reason: 'Good hours for everybody.',
};

export const slotsAnswer = z
  .object({
    /** The best first. */
    slots: z.array(foundSlot),
    /** Whose other calendar could not be read lately. */
    stale: z.array(z.object({ personId: uuid, name: personName, sinceWords: z.string() })),
    /** Of whom nothing is written: office hours are assumed. */
    assumed: z.array(uuid),
  })
  .meta({
    id: 'SlotsAnswer',
    description: 'Times at which all of them are free, and how sure that is.',
    examples: [
      {
        slots: [slotExample],
        stale: [{ personId: exampleIds.sato, name: exampleNames.sato, sinceWords: 'last read yesterday, 9:41 a.m.' }],
        assumed: [exampleIds.emily],
      },
    ],
  });
export type SlotsAnswer = z.infer<typeof slotsAnswer>;

export const mySlotsQuery = z
  .strictObject({ from: localDate, days: z.number().int().min(1).max(slotDays) })
  .meta({ id: 'MySlotsQuery', description: 'From which day on.', examples: [{ from: '2026-11-24', days: 28 }] });
export type MySlotsQuery = z.output<typeof mySlotsQuery>;

export const stripsQuery = z
  .strictObject({
    episodeId: uuid,
    personIds: z.array(uuid).min(1).max(28),
    thingIds: z.array(uuid).max(thingsPerVisit).default([]),
    /** The first day; or a moment of it. */
    date: localDate.optional(),
    at: z.iso.datetime().optional(),
    days: z.number().int().min(1).max(7),
    /** Whose days these are. */
    zone: zoneName,
    minutes: minutesGiven,
    /** The visit that is to be moved: it is not in its own way. */
    visitId: uuid.optional(),
  })
  .refine(({ date, at }) => (date === undefined) !== (at === undefined), { path: ['date'], error: 'required' })
  .meta({
    id: 'StripsQuery',
    description: 'Whose days are shown beside each other.',
    examples: [
      {
        episodeId: exampleIds.episode,
        personIds: [exampleIds.emily, exampleIds.sato],
        thingIds: [],
        date: '2026-11-24',
        days: 1,
        zone: 'Asia/Tokyo',
        minutes: 30,
      },
    ],
  });
export type StripsQuery = z.output<typeof stripsQuery>;

/** From one instant up to another, in milliseconds since 1970. */
export const span = z
  .tuple([z.number().int(), z.number().int()])
  .meta({ id: 'Span', description: 'From one instant up to another, in milliseconds since 1970.' });
export type Span = z.infer<typeof span>;

export const strip = z
  .object({
    resourceId: uuid,
    /** As the reader says it. */
    name: z.string(),
    what: z.enum([...seatRoles, ...thingKinds]),
    place: z.string(),
    zone: z.string(),
    /** Her own hours, in words of the server. */
    ticks: z.array(z.object({ at: z.number().int(), words: z.string() })),
    open: z.array(span),
    good: z.array(span),
    /** `words` is null for who may not know what it is. */
    taken: z.array(z.object({ from: z.number().int(), to: z.number().int(), words: z.string().nullable() })),
    /** Busy by a calendar elsewhere. */
    outside: z.array(span),
  })
  .meta({ id: 'Strip', description: 'The days of one person or thing.' });
export type Strip = z.infer<typeof strip>;

export const stripsAnswer = z
  .object({
    /** The first day of the calendar that was asked for, and in words; from its midnight to that after the last. */
    date: localDate,
    dayWords: z.string(),
    within: span,
    rows: z.array(strip),
    overlap: z.array(span),
  })
  .meta({
    id: 'StripsAnswer',
    description: 'Their days beside each other, and where a visit of that length fits them all.',
    examples: [
      {
        date: '2026-11-24',
        dayWords: 'Tuesday, November 24',
        within: [1_795_618_800_000, 1_795_705_200_000],
        rows: [
          {
            resourceId: exampleIds.sato,
            name: 'Dr. Sato Kenji',
            what: 'physician',
            place: 'Osaka',
            zone: 'Asia/Tokyo',
            ticks: [{ at: 1_795_651_200_000, words: '9:00' }],
            open: [[1_795_651_200_000, 1_795_680_000_000]],
            good: [[1_795_651_200_000, 1_795_680_000_000]],
            taken: [{ from: 1_795_654_800_000, to: 1_795_656_600_000, words: null }],
            outside: [],
          },
        ],
        overlap: [[1_795_656_600_000, 1_795_680_000_000]],
      },
    ],
  });
export type StripsAnswer = z.infer<typeof stripsAnswer>;
