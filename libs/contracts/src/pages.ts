import { z } from 'zod';
import { exampleCard, exampleClock, exampleIds, exampleWhen } from './examples';
import { locales } from './languages';
import { fileView, noteView } from './records';
import { timeOffer } from './planning';
import { taskView } from './readiness';
import { clock, personName, when } from './said';
import { seatMoves, seatRoles, staffRoles, visitKinds, visitMoves } from './states';
import type { SeatState, VisitStatus } from './states';

/** What the pages read: one schema per page, made on the server in the reader's language and clock. */
const locale = z.enum(locales);
const status = z.enum(Object.keys(visitMoves) as [VisitStatus, ...VisitStatus[]]);
const state = z.enum(Object.keys(seatMoves) as [SeatState, ...SeatState[]]);
const role = z.enum(seatRoles);
/** An instant, ISO 8601 in UTC. */
const instant = z.iso.datetime();

export const me = z
  .object({
    personId: z.uuid(),
    name: personName,
    language: locale,
    zone: z.string(),
    place: z.string(),
    /** `patient` has no institution; staff have the roles of their memberships. */
    roles: z.array(z.enum(['patient', ...staffRoles])),
    /** Where she works, in the order of their names. */
    institutions: z.array(
      z.object({
        institutionId: z.uuid(),
        name: z.string(),
        country: z.string(),
        zone: z.string(),
        roles: z.array(z.enum(staffRoles)),
      }),
    ),
    demo: z.boolean(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof me>;

export const sessionExample = {
  ...{ me: null, demo: null, version: '0.1.0', scope: null },
  ...{ welcomeNeeded: false, steward: false, renewAt: null, empty: false },
};

export const sessionPage = z
  .object({
    me: me.nullable(),
    /** Set in the demo world only: the person this host name belongs to, and whether a code is asked first. */
    demo: z.object({ persona: z.string().nullable(), codeNeeded: z.boolean(), lan: z.boolean() }).nullable(),
    version: z.string(),
    /** A guest's key: it fits this visit and nothing else. */
    scope: z.object({ visitId: z.uuid() }).nullable(),
    /** She came by an invitation and has not yet said how she is called. */
    welcomeNeeded: z.boolean(),
    /** May make institutions and invite their administrators. */
    steward: z.boolean(),
    /** When the page asks for another token. */
    renewAt: instant.nullable(),
    /** No person exists here: the page tells the command that invites the first one. */
    empty: z.boolean(),
  })
  .meta({
    id: 'Session',
    description: 'Who is signed in here; `me` is null for nobody.',
    examples: [sessionExample],
  });
export type SessionPage = z.infer<typeof sessionPage>;

export const visitSeat = z
  .object({
    seatId: z.uuid(),
    role,
    state,
    name: personName,
    /** "Osaka", "Toronto". */
    place: z.string(),
    language: locale,
    /** For an interpreter: the two languages, BCP 47. */
    interprets: z.tuple([z.string(), z.string()]).nullable(),
    waitingSince: instant.nullable(),
    /** Her place among those who wait, where somebody has put them in an order. */
    waitRank: z.number().int().nullable(),
    /** Only for the physician of the visit. */
    arrival: z
      .object({ place: z.string(), country: z.string(), callbackNumber: z.string(), emergencyNumber: z.string() })
      .nullable(),
  })
  .meta({ id: 'VisitSeat' });
export type VisitSeat = z.infer<typeof visitSeat>;

export const visitCard = z
  .object({
    visitId: z.uuid(),
    status,
    when,
    /** What the visit is about, in the reader's language. */
    title: z.string(),
    institution: z.string(),
    /** The person on the other side: the physician for a patient, the patient for staff. */
    other: personName,
    otherPlace: z.string(),
    myRole: role,
    /** `early`: not yet; `open`: enter now; `over`: closed. */
    door: z.enum(['early', 'open', 'over']),
    waiting: z.array(
      z.object({
        seatId: z.uuid(),
        name: personName,
        role,
        since: instant,
        /** Whole minutes of waiting by the server's clock; a reader's own clock may be wrong. */
        minutes: z.number().int(),
      }),
    ),
    kind: z.enum(visitKinds),
    version: z.number().int(),
    /** Whether this reader has said that she will be there; null where she need not. */
    confirmed: z.boolean().nullable(),
    /** She has said that she cannot be there. */
    declined: z.boolean(),
    /** When it was to be before it was moved, in words. */
    movedFrom: z.string().nullable(),
    /** For those who look after the patient: her case. */
    episodeId: z.uuid().nullable(),
    interpreter: personName.nullable(),
    /** When it will begin instead, once somebody has said that it is late; null when that has passed. */
    expectedWords: z.string().nullable(),
    /** Rooms and devices that are booked for it, by their names; only to those who are there themselves. */
    things: z.array(z.string()),
  })
  .meta({ id: 'VisitCard', description: 'A visit in a list.', examples: [exampleCard] });
export type VisitCard = z.infer<typeof visitCard>;

/** What is hers to do, the most pressing first. */
export const homeTasks = ['confirm', 'test_device', 'read_note', 'read_message'] as const;
export const homeTask = z
  .object({
    task: z.enum(homeTasks),
    /** Of the visit it is about; of a message there is none. */
    visitId: z.uuid().nullable(),
    episodeId: z.uuid(),
    /** Which one: the time of the visit, or what she was treated for. */
    about: z.string(),
  })
  .meta({
    id: 'HomeTask',
    description: 'One step that is a patient’s to take.',
    examples: [
      {
        task: 'confirm',
        visitId: exampleIds.visit,
        episodeId: exampleIds.episode,
        about: 'Tuesday, November 24, 7:00 p.m.',
      },
    ],
  });
export type HomeTask = z.infer<typeof homeTask>;

export const homePage = z
  .object({
    next: visitCard.nullable(),
    later: z.array(visitCard),
    past: z.array(visitCard),
    now: clock,
    threads: z.array(z.object({ episodeId: z.uuid(), title: z.string(), unread: z.number().int() })),
    /** Signed notes, the newest first. */
    notes: z.array(
      z.object({ noteId: z.uuid(), visitId: z.uuid(), title: z.string(), atWords: z.string(), read: z.boolean() }),
    ),
    tasks: z.array(homeTask),
    /** What somebody has written down for her to do before a visit, and she has not said done. */
    todos: z.array(taskView),
    /** Treatments for which she may choose a time herself. */
    mayChoose: z.array(z.object({ episodeId: z.uuid(), title: z.string() })),
    /** Times that became free and are kept for her. */
    offers: z.array(timeOffer),
  })
  .meta({
    id: 'HomePage',
    description: 'The first page of a patient.',
    examples: [
      {
        next: exampleCard,
        later: [],
        past: [],
        now: exampleClock,
        threads: [],
        notes: [],
        tasks: [],
        todos: [],
        mayChoose: [],
        offers: [],
      },
    ],
  });
export type HomePage = z.infer<typeof homePage>;

export const todayPage = z
  .object({
    now: clock,
    /** Visits of the day in the reader's zone, in order; those with somebody waiting are marked by `waiting`. */
    visits: z.array(visitCard),
    later: z.array(visitCard),
  })
  .meta({
    id: 'TodayPage',
    description: 'The day of staff.',
    examples: [
      {
        now: exampleClock,
        visits: [exampleCard],
        later: [],
      },
    ],
  });
export type TodayPage = z.infer<typeof todayPage>;

export const visitPage = z
  .object({
    card: visitCard,
    me: z.object({
      seatId: z.uuid(),
      role,
      state,
      /** She must say who and where she is before she waits. */
      arrivalNeeded: z.boolean(),
      /** May admit, remove and end. */
      host: z.boolean(),
    }),
    seats: z.array(visitSeat),
    /** A number to ring when nothing works: the institution's. */
    phone: z.string().nullable(),
    /** What the arrival form starts with: the country and number on file. */
    arrivalDefaults: z.object({ country: z.string(), callbackNumber: z.string(), place: z.string() }).nullable(),
    version: z.number().int(),
    episodeId: z.uuid(),
    episodeTitle: z.string(),
    /** Words of the coordinator to everybody in it. */
    purpose: z.string().nullable(),
    files: z.array(fileView),
    note: noteView.nullable(),
    /** Of the other physicians of the visit. */
    otherNotes: z.array(noteView),
    /** Whether this reader writes its note. */
    mayWrite: z.boolean(),
    mayAddFiles: z.boolean(),
    /** The rule that decided what became of it. */
    outcomeRule: z.string().nullable(),
    kind: z.enum(visitKinds),
    /** Who waits to be rung. */
    callbacks: z.array(
      z.object({
        seatId: z.uuid(),
        name: personName,
        /** Only for the physician of the visit. */
        number: z.string().nullable(),
        sinceWords: z.string(),
      }),
    ),
    /** What could not be seen or heard, in whole sentences, ready for the note. */
    limits: z.array(z.object({ seatId: z.uuid(), name: personName, words: z.string() })),
    mayQuality: z.boolean(),
    mayWait: z.boolean(),
    /** The patient, for those of the visit who may open her record. */
    recordOf: z.uuid().nullable(),
  })
  .meta({
    id: 'VisitPage',
    description: 'One visit, before, during and after it.',
    examples: [
      {
        card: exampleCard,
        me: { seatId: exampleIds.seat, role: 'patient', state: 'invited', arrivalNeeded: true, host: false },
        seats: [],
        phone: '+81 6-0000-0110',
        arrivalDefaults: { country: 'CA', callbackNumber: '+1 416-555-0142', place: '' },
        version: 3,
        episodeId: exampleIds.episode,
        episodeTitle: 'Follow-up after proton therapy',
        purpose: null,
        files: [],
        note: null,
        otherNotes: [],
        mayWrite: false,
        mayAddFiles: true,
        outcomeRule: null,
        kind: 'visit',
        callbacks: [],
        limits: [],
        mayQuality: false,
        mayWait: false,
        recordOf: null,
      },
    ],
  });
export type VisitPage = z.infer<typeof visitPage>;

export const stagePerson = z
  .object({
    persona: z.string(),
    name: personName,
    role,
    place: z.string(),
    language: locale,
    time: z.string(),
    /** Opens her window: another host name, so another cookie; on a LAN the same origin with `?as=`. */
    href: z.string(),
    state: state.nullable(),
    /** Whole minutes of waiting, while `state` is `waiting`. */
    waitingMinutes: z.number().int().nullable(),
  })
  .meta({ id: 'StagePerson' });
export type StagePerson = z.infer<typeof stagePerson>;

export const tourSteps = [
  'patient_opens',
  'patient_waits',
  'physician_admits',
  'both_talk',
  'interpreter_joins',
  'visit_ends',
] as const;
export const stagePage = z
  .object({
    visit: z.object({ visitId: z.uuid(), when, title: z.string(), status }),
    people: z.array(stagePerson),
    others: z.array(stagePerson),
    tour: z.array(z.object({ step: z.enum(tourSteps), done: z.boolean() })),
    lan: z.boolean(),
    /** Mails of the demo world that nobody has opened yet, and the newest subject. */
    mailbox: z.object({ count: z.number().int(), last: z.string().nullable() }),
  })
  .meta({
    id: 'StagePage',
    description: 'The first page of the demo world.',
    examples: [
      {
        visit: {
          visitId: exampleIds.visit,
          when: exampleWhen,
          title: 'Follow-up after proton therapy',
          status: 'booked',
        },
        people: [],
        others: [],
        tour: [{ step: 'patient_opens', done: false }],
        lan: false,
        mailbox: { count: 2, last: 'Your visit on Tuesday, November 24' },
      },
    ],
  });
export type StagePage = z.infer<typeof stagePage>;

/** Bodies of the few writes of HTTP. */
export const demoSignIn = z
  .object({ persona: z.string().max(32).nullable().default(null) })
  .meta({ id: 'DemoSignIn', description: 'Whom to sign in as.', examples: [{ persona: 'emily' }] });
export const lanCode = z
  .object({ code: z.string().max(12) })
  .meta({ id: 'LanCode', description: 'The code on the screen.', examples: [{ code: 'K7M2QX' }] });
export const languageChoice = z
  .object({ language: locale })
  .meta({ id: 'LanguageChoice', description: 'The language of the reader.', examples: [{ language: 'ja' }] });
export const cancellation = z.object({ reason: z.string().trim().min(1).max(500) }).meta({ id: 'Cancellation' });
