import { z } from 'zod';
import { wallTime } from './booking';
import { exampleIds, exampleNames } from './examples';
import { countryCode, localDate, words, wordsOrNothing, zoneName } from './people';
import { personName } from './said';
import { seatRoles } from './states';
import { thingKinds } from './things';

/** When people, rooms and devices can be had, on their own clock. */
export const availabilityRuleKinds = ['open', 'break', 'on_call'] as const;
export type AvailabilityRuleKind = (typeof availabilityRuleKinds)[number];
export const availabilityDayKinds = ['off', 'open'] as const;
export type AvailabilityDayKind = (typeof availabilityDayKinds)[number];

export const minutesADay = 1440;
/** "19:30" as minutes since midnight. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
/** The other way round; the end of a day is the beginning of the next. */
export const timeOfMinute = (minute: number): string => {
  const parts = [Math.floor(minute / 60) % 24, minute % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
};

/** What counts where nobody has written anything; whoever is shown it is told so. */
export const defaultAvailability = {
  staff: {
    open: { weekdays: [1, 2, 3, 4, 5], from: 540, to: 1020 },
    good: [540, 1020],
    noticeMinutes: 120,
    bufferMinutes: 0,
  },
  // Humane hours, whatever the hospital's clock says.
  patient: {
    open: { weekdays: [1, 2, 3, 4, 5, 6, 7], from: 420, to: 1290 },
    good: [540, 1200],
    noticeMinutes: 0,
    bufferMinutes: 0,
  },
  thing: {
    open: { weekdays: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440 },
    good: [0, 1440],
    noticeMinutes: 0,
    bufferMinutes: 0,
  },
} as const;

const rule = z
  .strictObject({
    kind: z.enum(availabilityRuleKinds),
    /** Monday is 1. */
    weekday: z.number().int().min(1).max(7),
    from: wallTime,
    to: wallTime,
    /** It ends on the day after, at `to`: at midnight, where that is 00:00. */
    overnight: z.boolean().default(false),
    validFrom: localDate.nullable().default(null),
    validTo: localDate.nullable().default(null),
  })
  .refine(({ from, to, overnight }) => (overnight ? to <= from : from < to), { path: ['to'], error: 'date_order' })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo, {
    path: ['validTo'],
    error: 'date_order',
  });

const dayWith = <T extends z.ZodType<string | null>>(reason: T) =>
  z
    .strictObject({
      kind: z.enum(availabilityDayKinds),
      date: localDate,
      /** The whole day where neither is given; a `to` that is not later than `from` is on the day after. */
      from: wallTime.nullable().default(null),
      to: wallTime.nullable().default(null),
      reason,
    })
    .refine(({ from, to }) => (from === null) === (to === null), { path: ['to'], error: 'required' });

const formExample = {
  zone: null,
  noticeMinutes: 120,
  bufferMinutes: 10,
  perDay: 8,
  good: ['09:00', '18:00'] as [string, string],
  holidays: ['JP'],
  rules: [
    {
      ...{ kind: 'open' as const, weekday: 1, from: '09:00', to: '17:00', overnight: false },
      ...{ validFrom: null, validTo: null },
    },
  ],
  days: [{ kind: 'off' as const, date: '2026-12-29', from: null, to: null, reason: 'Winter holidays' }],
  version: 1,
};

const hours = {
  /** Her own, or the institution's of a thing, where none is given. */
  zone: zoneName.nullable(),
  /** How long before it begins a visit must be known. */
  noticeMinutes: z.number().int().min(0).max(43_200),
  /** Free time before and after each visit. */
  bufferMinutes: z.number().int().min(0).max(120),
  /** Visits of one day at most. */
  perDay: z.number().int().min(1).max(48).nullable(),
  /** Between these a visit is no burden; an end of 00:00 is midnight. */
  good: z
    .tuple([wallTime, wallTime])
    .refine(([from, to]) => from < to || to === '00:00', { path: [1], error: 'date_order' }),
  /** Countries on whose national holidays she is not there. */
  holidays: z.array(countryCode).max(6),
  rules: z.array(rule).max(60, 'too_large'),
  /** The one that the page shows; 0 where nothing had been written. */
  version: z.number().int(),
};

export const availabilityForm = z
  .strictObject({ ...hours, days: z.array(dayWith(wordsOrNothing(200).default(null))).max(400, 'too_large') })
  .meta({
    id: 'AvailabilityForm',
    description: 'When somebody or something can be had: the pattern of a week, and the days that are otherwise.',
    examples: [formExample],
  });
export type AvailabilityForm = z.output<typeof availabilityForm>;

/** The same as it is kept: what was typed is trimmed by then. */
const availabilityShown = z
  .strictObject({ ...hours, days: z.array(dayWith(z.string().nullable())) })
  .meta({ id: 'AvailabilityShown', description: 'When somebody or something can be had, as it was written.' });

export const holidayView = z
  .object({ date: z.string(), words: z.string(), countries: z.array(z.string()) })
  .meta({ id: 'HolidayView', description: 'A national holiday, in words.' });
export type HolidayView = z.infer<typeof holidayView>;

export const availabilityPage = z
  .object({
    resourceId: z.uuid(),
    /** A person's role, or what kind of thing it is. */
    what: z.enum([...seatRoles, ...thingKinds]),
    /** Null for a thing, which `title` names. */
    name: personName.nullable(),
    title: z.string(),
    /** In which its times are meant. */
    zone: z.string(),
    /** "Osaka, Japan Standard Time". */
    zoneWords: z.string(),
    /** Nobody has written anything: this is what is assumed. */
    assumed: z.boolean(),
    form: availabilityShown,
    /** Its days in words. */
    dayWords: z.array(z.object({ date: z.string(), words: z.string() })),
    /** Those of the coming year in the countries she keeps. */
    holidays: z.array(holidayView),
    /** Whose holidays are known, for the choice. */
    countries: z.array(z.object({ country: z.string(), words: z.string() })),
    zones: z.array(z.object({ zone: z.string(), words: z.string() })),
    /** "changed by Tanaka Megumi on Tuesday". */
    changedWords: z.string().nullable(),
    mayWrite: z.boolean(),
  })
  .meta({
    id: 'AvailabilityPage',
    description: 'When somebody or something can be had.',
    examples: [
      {
        resourceId: exampleIds.sato,
        what: 'physician',
        name: exampleNames.sato,
        title: 'Dr. Sato Kenji',
        zone: 'Asia/Tokyo',
        zoneWords: 'Osaka, Japan Standard Time',
        assumed: false,
        form: formExample,
        dayWords: [{ date: '2026-12-29', words: 'Tuesday 29 December' }],
        holidays: [{ date: '2027-01-01', words: 'Friday, January 1: New Year’s Day', countries: ['JP'] }],
        countries: [{ country: 'JP', words: 'Japan' }],
        zones: [{ zone: 'Asia/Tokyo', words: 'Osaka' }],
        changedWords: null,
        mayWrite: true,
      },
    ],
  });
export type AvailabilityPage = z.infer<typeof availabilityPage>;

export const thingForm = z.strictObject({ institutionId: z.uuid(), kind: z.enum(thingKinds), name: words(120) }).meta({
  id: 'ThingForm',
  description: 'A room or a device that visits take up.',
  examples: [{ institutionId: exampleIds.osaka, kind: 'room', name: 'Video room 2' }],
});
export type ThingForm = z.output<typeof thingForm>;

export const thingMade = z.object({ thingId: z.uuid() }).meta({
  id: 'ThingMade',
  description: 'The room or device that was added.',
  examples: [{ thingId: exampleIds.visit }],
});
export type ThingMade = z.infer<typeof thingMade>;
