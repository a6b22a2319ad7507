import { z } from 'zod';
import { exampleClock, exampleIds, exampleNames, exampleWhen } from './examples';
import { locales } from './languages';
import { outcomesSaid } from './outcomes';
import type { OutcomeSaid } from './outcomes';
import { pageOf } from './paging';
import { tag } from './rtp';
import { clock, personName, when } from './said';
import { seatsPerVisit, visitKinds } from './states';
import { thingsPerVisit } from './things';

/*
 * Booking, moving and closing visits. A time is a wall time in a zone that the coordinator chose; the instant is made on
 * the server. What collides is refused by the database.
 */
const uuid = z.uuid();
const date = z.iso.date('date_wrong');
/** "19:00", in steps that a clock on a wall shows. */
export const wallTime = z.string('required').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time_wrong');
const zone = z.string('required').min(1, 'required').max(64, 'zone_unknown');
/** How long a visit is. */
export const minutesGiven = z
  .number()
  .int()
  .gt(0, { error: 'time_zero', abort: true })
  .min(10, 'time_short')
  .max(120, 'time_long')
  .multipleOf(5);
const minutes = minutesGiven;
/** Which of the two, where a clock is put back and shows an hour twice. */
const repeated = z.enum(['earlier', 'later']);
export const reasonGiven = z.string('required').trim().min(1, 'required').max(500, 'too_long');
export const reasonOrNone = z.string().trim().max(500, 'too_long').optional();

const wall = { date, time: wallTime, zone, minutes, repeated: repeated.optional() };
/** A moment by the clock of a zone. */
export const wallGiven = z.strictObject({ date, time: wallTime, zone, repeated: repeated.optional() });
export type WallGiven = z.output<typeof wallGiven>;
const wallExample = { date: '2026-11-24', time: '19:00', zone: 'America/Toronto', minutes: 30 };

/** In what relation a guest stands to the patient; `specialist`: a physician of another hospital. */
export const guestRelations = ['family', 'home_physician', 'specialist'] as const;
export type GuestRelation = (typeof guestRelations)[number];
/** Guests of a visit; of a conference as many as there are seats for. */
export const guestsPerVisit = 3;

export const guestForm = z
  .strictObject({
    name: z.string('required').trim().min(1, 'required').max(120, 'too_long'),
    nameLatin: z.string().trim().max(120, 'too_long').optional(),
    email: z.email('email_wrong').max(254),
    language: z.enum(locales),
    relation: z.enum(guestRelations),
    /** The patient's where none is given. */
    zone: zone.optional(),
  })
  .meta({
    id: 'GuestForm',
    description: 'Somebody whom the patient wants at her side.',
    examples: [{ name: 'Dr. Anne Roy', email: 'anne.roy@clinic.example', language: 'fr', relation: 'home_physician' }],
  });
export type GuestForm = z.output<typeof guestForm>;

/** Interpreters who are asked one after the other; the visit is booked once one of them accepts. */
export const askForm = z
  .strictObject({
    /** In the order in which they are asked. */
    personIds: z.array(uuid).min(1, 'required').max(8),
    languages: z.tuple([tag, tag]),
    /** How long each has to answer. */
    minutes: z.number().int().min(15).max(2880).default(240),
  })
  .meta({
    id: 'AskForm',
    description: 'Whom to ask to interpret, in which order.',
    examples: [{ personIds: [exampleIds.mori], languages: ['ja', 'en'], minutes: 240 }],
  });
export type AskForm = z.output<typeof askForm>;

const thingIds = z.array(uuid).max(thingsPerVisit).default([]);

export const bookingForm = z
  .strictObject({
    episodeId: uuid,
    ...wall,
    kind: z.enum(visitKinds).default('visit'),
    /** Only a conference may be held without her: she has no seat then, and is not written to. */
    withPatient: z.boolean().default(true),
    physicianId: uuid,
    /** Further physicians of the hospital, in a conference. */
    physicianIds: z.array(uuid).max(seatsPerVisit).default([]),
    interpreter: z.strictObject({ personId: uuid, languages: z.tuple([tag, tag]) }).nullable(),
    guests: z.array(guestForm).max(seatsPerVisit).default([]),
    /** Words of the coordinator to everybody in the visit. */
    purpose: z.string().trim().max(500, 'too_long').optional(),
    /** In place of an interpreter who is sure to be there. */
    ask: askForm.nullable().default(null),
    /** Rooms and devices that it takes up. */
    thingIds,
    /** The hold that this confirms. */
    holdVisitId: uuid.optional(),
  })
  .refine(({ ask, interpreter }) => ask === null || interpreter === null, { path: ['ask'], error: 'wrong' })
  .refine(({ kind, withPatient }) => kind === 'conference' || withPatient, {
    path: ['withPatient'],
    error: 'conference_only',
  })
  .refine(({ kind, physicianIds }) => kind === 'conference' || physicianIds.length === 0, {
    path: ['physicianIds'],
    error: 'conference_only',
  })
  .refine(({ kind, guests }) => kind === 'conference' || guests.length <= guestsPerVisit, {
    path: ['guests'],
    error: 'too_many_seats',
  })
  .refine((form) => seatsOf(form) <= seatsPerVisit, { path: ['guests'], error: 'too_many_seats' })
  .meta({
    id: 'BookingForm',
    description: 'A visit to be booked; its time is a wall time in the zone that was chosen.',
    examples: [
      {
        episodeId: exampleIds.episode,
        ...wallExample,
        kind: 'visit',
        withPatient: true,
        physicianId: exampleIds.sato,
        physicianIds: [],
        interpreter: { personId: exampleIds.mori, languages: ['ja', 'en'] },
        guests: [],
        purpose: 'Please have your last three blood tests at hand.',
        ask: null,
        thingIds: [],
      },
    ],
  });
export type BookingForm = z.output<typeof bookingForm>;

export const seriesKeeps = ['patient', 'institution'] as const;
export type SeriesKeeps = (typeof seriesKeeps)[number];

export const seriesForm = bookingForm
  .safeExtend({
    everyWeeks: z.number().int().min(1).max(12),
    times: z.number().int().min(2).max(26),
    /** On whose wall the time stays the same when clocks change. */
    keeps: z.enum(seriesKeeps),
    /** Dates, in the zone of the form, that are left out. */
    skip: z.array(date).max(26).default([]),
    /** Dates, named in the same way, of which the visit is at another time. */
    swaps: z
      .array(z.strictObject({ date, startsAt: z.iso.datetime() }))
      .max(26)
      .default([]),
  })
  .refine(({ holdVisitId }) => holdVisitId === undefined, { path: ['holdVisitId'], error: 'wrong' })
  .meta({
    id: 'SeriesForm',
    description: 'Visits at the same time every so many weeks: all of them, or none.',
    examples: [
      {
        episodeId: exampleIds.episode,
        ...wallExample,
        kind: 'visit',
        withPatient: true,
        physicianId: exampleIds.sato,
        physicianIds: [],
        interpreter: { personId: exampleIds.mori, languages: ['ja', 'en'] },
        guests: [],
        ask: null,
        thingIds: [],
        everyWeeks: 4,
        times: 6,
        keeps: 'patient',
        skip: ['2027-01-01'],
        swaps: [],
      },
    ],
  });
export type SeriesForm = z.output<typeof seriesForm>;

/** How long a time is held; moving it renews that once. */
export const holdMinutes = 10;
/** By one person. */
export const holdsAtOnce = 5;

export const holdForm = z
  .strictObject({
    episodeId: uuid,
    ...wall,
    physicianId: uuid,
    /** Whose time is held besides; whom of them to ask is said when it is confirmed. */
    interpreterIds: z.array(uuid).max(8).default([]),
    thingIds,
    guests: z.array(guestForm).max(guestsPerVisit).default([]),
  })
  .meta({
    id: 'HoldForm',
    description: 'A time that is kept for some minutes while somebody makes sure of it.',
    examples: [
      {
        episodeId: exampleIds.episode,
        ...wallExample,
        physicianId: exampleIds.sato,
        interpreterIds: [exampleIds.mori],
        thingIds: [],
        guests: [],
      },
    ],
  });
export type HoldForm = z.output<typeof holdForm>;

/** A time that a patient chose from those she was shown. */
export const selfForm = z.strictObject({ startsAt: z.iso.datetime() }).meta({
  id: 'SelfForm',
  description: 'Which of the times that were offered.',
  examples: [{ startsAt: exampleWhen.startsAt }],
});
export type SelfForm = z.output<typeof selfForm>;

/** How many people a booking gives a seat. */
export function seatsOf(form: {
  withPatient: boolean;
  physicianId: string;
  physicianIds: readonly string[];
  interpreter: unknown;
  guests: readonly unknown[];
}): number {
  const physicians = new Set([form.physicianId, ...form.physicianIds]);
  return Number(form.withPatient) + physicians.size + Number(form.interpreter !== null) + form.guests.length;
}

export const moveForm = z
  .strictObject({ ...wall, minutes: minutes.optional(), reason: reasonGiven, version: z.number().int() })
  .meta({
    id: 'MoveForm',
    description: 'A new time for a visit, and why. `version` is the one that the page shows.',
    examples: [{ ...wallExample, time: '20:00', reason: 'The operating list of the day is longer.', version: 3 }],
  });
export type MoveForm = z.output<typeof moveForm>;

export const cancelForm = z.strictObject({ reason: reasonGiven, version: z.number().int().optional() }).meta({
  id: 'CancelForm',
  description: 'Why a visit is called off.',
  examples: [{ reason: 'She has a fever and prefers to wait a week.', version: 3 }],
});
export type CancelForm = z.output<typeof cancelForm>;

/** "I shall be there." */
export const confirmation = z
  .strictObject({})
  .meta({ id: 'Confirmation', description: 'That the reader will be there.', examples: [{}] });

export const bookingPreview = z
  .strictObject({
    ...wall,
    episodeId: uuid,
    /** Besides the patient: whom the visit would take up. */
    personIds: z.array(uuid).max(seatsPerVisit),
    withPatient: z.boolean().default(true),
    thingIds,
    /** The visit that would be moved; it does not collide with itself. */
    visitId: uuid.optional(),
  })
  .meta({
    id: 'BookingPreview',
    description: 'A time that somebody thinks of booking.',
    examples: [{ ...wallExample, episodeId: exampleIds.episode, personIds: [exampleIds.sato] }],
  });
export type BookingPreview = z.output<typeof bookingPreview>;

export const conflict = z.object({ personId: uuid, name: personName }).meta({
  id: 'Conflict',
  description: 'Somebody who has another visit at that time; or a room or device that is taken, by its id and name.',
  examples: [
    {
      personId: exampleIds.sato,
      name: exampleNames.sato,
    },
  ],
});
export type Conflict = z.infer<typeof conflict>;

/** A free time in the zone that was asked about, ready for the form. */
export const freeTime = z.object({ date: z.string(), time: z.string(), when }).meta({
  id: 'FreeTime',
  description: 'The nearest time at which everybody is free, by day on both sides.',
  examples: [{ date: '2026-11-24', time: '19:30', when: exampleWhen }],
});
export type FreeTime = z.infer<typeof freeTime>;

export const bookingWarnings = ['night_patient', 'night_physician', 'past'] as const;
export type BookingWarning = (typeof bookingWarnings)[number];

export const previewAnswer = z
  .object({
    when,
    /** One clock for each zone that somebody of the visit lives in. */
    walls: z.array(clock),
    /** On the hospital's clock, ready for a form. */
    wall: z.object({ date: z.string(), time: z.string(), zone: z.string() }),
    conflicts: z.array(conflict),
    free: freeTime.nullable(),
    warnings: z.array(z.enum(bookingWarnings)),
  })
  .meta({
    id: 'PreviewAnswer',
    description: 'What a time means on all clocks, and whom it collides with.',
    examples: [
      {
        when: exampleWhen,
        walls: [exampleClock],
        wall: { date: '2026-11-25', time: '09:00', zone: 'Asia/Tokyo' },
        conflicts: [],
        free: null,
        warnings: ['night_patient'],
      },
    ],
  });
export type PreviewAnswer = z.infer<typeof previewAnswer>;

export const visitBooked = z
  .object({
    visitId: uuid,
    when,
    /** `pending`: an interpreter is asked first, and nobody else is told before she has accepted. */
    status: z.enum(['booked', 'pending']),
  })
  .meta({
    id: 'VisitBooked',
    description: 'The visit that was booked.',
    examples: [{ visitId: exampleIds.visit, when: exampleWhen, status: 'booked' }],
  });
export type VisitBooked = z.infer<typeof visitBooked>;

export const held = z
  .object({
    visitId: uuid,
    when,
    /** "until 7:41 p.m.". */
    untilWords: z.string(),
    /** How long it is still held. */
    seconds: z.number().int(),
    version: z.number().int(),
  })
  .meta({
    id: 'Held',
    description: 'The time that is held.',
    examples: [
      { visitId: exampleIds.visit, when: exampleWhen, untilWords: 'until 7:41 p.m.', seconds: 600, version: 1 },
    ],
  });
export type Held = z.infer<typeof held>;

export const seriesBooked = z.object({ visitIds: z.array(uuid), whens: z.array(when) }).meta({
  id: 'SeriesBooked',
  description: 'The visits that were booked, the earliest first.',
  examples: [{ visitIds: [exampleIds.visit], whens: [exampleWhen] }],
});
export type SeriesBooked = z.infer<typeof seriesBooked>;

export const seriesPreview = z
  .object({
    dates: z.array(
      z.object({
        /** By which it is left out or swapped, also where it is swapped already. */
        date: z.string(),
        when,
        /** `missing`: the clock that is kept shows no such time on that day. */
        state: z.enum(['free', 'taken', 'missing', 'past', 'skipped']),
        swapped: z.boolean(),
        conflicts: z.array(conflict),
        /** Times in its place at which everybody is free, none of which is in the way of another date. */
        alternatives: z.array(freeTime).max(3),
        warnings: z.array(z.enum(bookingWarnings)),
      }),
    ),
  })
  .meta({
    id: 'SeriesPreview',
    description: 'What a series means on all clocks, and what stands against each of its dates.',
    examples: [
      {
        dates: [
          {
            ...{ date: '2026-11-24', when: exampleWhen, state: 'free', swapped: false },
            ...{ conflicts: [], alternatives: [], warnings: [] },
          },
        ],
      },
    ],
  });
export type SeriesPreview = z.infer<typeof seriesPreview>;

export const visitMoved = z.object({ when, version: z.number().int() }).meta({
  id: 'VisitMoved',
  description: 'The new time.',
  examples: [{ when: exampleWhen, version: 4 }],
});
export type VisitMoved = z.infer<typeof visitMoved>;

export const seatAdded = z
  .object({ seatId: uuid })
  .meta({ id: 'SeatAdded', description: 'The seat that was added.', examples: [{ seatId: exampleIds.visit }] });
export type SeatAdded = z.infer<typeof seatAdded>;

export const changeKinds = [
  'held',
  'pending',
  'booked',
  'moved',
  'cancelled',
  'confirmed',
  'declined',
  'agreed',
  'lapsed',
  'seat_added',
  'seat_removed',
  'outcome',
  'clock',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

const historyExample = {
  changeId: '41',
  atWords: 'yesterday, 4:12 p.m.',
  by: exampleNames.tanaka,
  kind: 'moved' as const,
  sentence: 'The visit was moved.',
  reason: 'The operating list of the day is longer.',
  before: 'Tuesday, November 24, 7:00 p.m.',
  after: 'Tuesday, November 24, 8:00 p.m.',
};

export const historyItem = z
  .object({
    changeId: z.string(),
    atWords: z.string(),
    /** Null: a rule of the house, not a person. */
    by: personName.nullable(),
    kind: z.enum(changeKinds),
    /** What happened, in one sentence. */
    sentence: z.string(),
    reason: z.string().nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  })
  .meta({
    id: 'HistoryItem',
    description: 'One change of a visit: who, when, why.',
    examples: [historyExample],
  });
export type HistoryItem = z.infer<typeof historyItem>;

export const historyPage = pageOf(historyItem).meta({
  id: 'HistoryPage',
  description: 'The changes of a visit, the newest first.',
  examples: [{ items: [historyExample], next: null }],
});
export type HistoryPage = z.infer<typeof historyPage>;

export const outcomeForm = z
  .strictObject({ outcome: z.enum(Object.keys(outcomesSaid) as [OutcomeSaid, ...OutcomeSaid[]]), reason: reasonGiven })
  .meta({
    id: 'OutcomeForm',
    description: 'What became of a visit, by somebody who knows better than the rule.',
    examples: [{ outcome: 'fulfilled', reason: 'They spoke by telephone.' }],
  });
export type OutcomeForm = z.output<typeof outcomeForm>;

/** What keeps a patient's care from going on, in the order in which a coordinator looks at it. */
export const blockers = [
  'unanswered_invitation',
  'mail_bounced',
  'not_received',
  'clock_changed',
  'no_visit',
  'not_confirmed',
  'interpreter_missing',
  'note_open',
] as const;
export const blocker = z.enum(blockers).meta({
  id: 'Blocker',
  description: 'What keeps a patient’s care from going on.',
  examples: ['no_visit'],
});
export type Blocker = z.infer<typeof blocker>;
