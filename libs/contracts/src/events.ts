import { z } from 'zod';

/*
 * What the house tells itself, after it has become true. An event is written in the transaction of what it tells and
 * handled by the scheduler, once per handler. It holds ids and small choices only: whoever handles it reads the truth of
 * that moment, and a row that nobody has handled yet tells nothing of a person.
 */
const changed = z.strictObject({
  visitId: z.uuid(),
  /** The row of the visit's history that this is. */
  changeId: z.string().regex(/^\d{1,19}$/),
  /** The clock of the demo world moved it: reminders are planned, nobody is told. */
  quiet: z.boolean().default(false),
});

export const events = {
  'visit.booked': { data: changed, handlers: ['tellVisit', 'planReminders', 'writeCalendars'] },
  'visit.moved': { data: changed, handlers: ['tellVisit', 'planReminders', 'writeCalendars'] },
  'visit.cancelled': { data: changed, handlers: ['tellVisit', 'planReminders', 'writeCalendars'] },
  'visit.seatAdded': {
    data: changed.omit({ quiet: true }).extend({ personId: z.uuid() }),
    handlers: ['tellVisit', 'planReminders', 'writeCalendars'],
  },
  'visit.seatRemoved': {
    data: changed.omit({ quiet: true }).extend({ personId: z.uuid() }),
    handlers: ['tellVisit', 'planReminders', 'writeCalendars'],
  },
  /** Visits that were booked together, of which people hear in one piece; the first of them, and which where it is not all. */
  'series.booked': {
    data: z.strictObject({ visitId: z.uuid(), visitIds: z.array(z.uuid()).optional() }),
    handlers: ['tellSeries'],
  },
  /** A country has changed its clocks, and somebody has said what is kept of the promise. */
  'clock.decided': { data: changed.omit({ quiet: true }), handlers: ['tellClock', 'planReminders', 'writeCalendars'] },
  'visit.ended': { data: z.strictObject({ visitId: z.uuid() }), handlers: ['planReminders'] },
  'person.remindersSet': { data: z.strictObject({ personId: z.uuid() }), handlers: ['planReminders'] },
  'person.invited': { data: z.strictObject({ invitationId: z.uuid() }), handlers: ['sendInvitation'] },
  'signIn.asked': { data: z.strictObject({ personId: z.uuid(), askId: z.uuid() }), handlers: ['sendSignIn'] },
  'link.codeAsked': { data: z.strictObject({ codeId: z.uuid() }), handlers: ['sendCode'] },
  'ask.made': { data: z.strictObject({ askId: z.uuid() }), handlers: ['tellAsk'] },
  'ask.over': { data: z.strictObject({ askId: z.uuid() }), handlers: ['tellAsk'] },
  /** She has said that she cannot be there. */
  'seat.declined': { data: z.strictObject({ visitId: z.uuid(), personId: z.uuid() }), handlers: ['tellDeclined'] },
  /** One of those of its visit that are still open and late. */
  'task.escalated': { data: z.strictObject({ taskId: z.uuid() }), handlers: ['tellTask'] },
  /** Its people have this time again; somebody may wait for one. */
  'visit.freed': {
    data: z.strictObject({ visitId: z.uuid(), from: z.iso.datetime(), to: z.iso.datetime() }),
    handlers: ['fillFreed'],
  },
  'waitlist.offered': { data: z.strictObject({ waitlistId: z.uuid() }), handlers: ['tellOffer'] },
  'note.signed': {
    data: z.strictObject({ noteId: z.uuid(), number: z.number().int().min(1) }),
    handlers: ['tellNote'],
  },
  /** A record was opened in an emergency. */
  'glass.broken': { data: z.strictObject({ glassId: z.uuid() }), handlers: ['tellGlass'] },
  'message.posted': { data: z.strictObject({ messageId: z.uuid() }), handlers: ['tellMessage'] },
} as const satisfies Record<string, { data: z.ZodObject; handlers: readonly string[] }>;

export type EventName = keyof typeof events;
export const eventNames = Object.keys(events) as EventName[];
/** What an event holds, once read. */
export type EventData<Name extends EventName> = z.output<(typeof events)[Name]['data']>;
/** What it is written with: what has a standard may be left out. */
export type EventInput<Name extends EventName> = z.input<(typeof events)[Name]['data']>;
export type HandlerName = (typeof events)[EventName]['handlers'][number];
export const handlerNames = [
  ...new Set(Object.values(events).flatMap(({ handlers }) => [...handlers])),
] as HandlerName[];

/** The events that a handler may be handed. */
export type HandledBy<Handler extends HandlerName> = {
  [Name in EventName]: Handler extends (typeof events)[Name]['handlers'][number] ? Name : never;
}[EventName];

/** The PostgreSQL channel that wakes the relay after a commit. */
export const outboxChannel = 'okaeri_outbox';
