import { z } from 'zod';
import { blocker, blockers, held } from './booking';
import { exampleCard, exampleClock, exampleIds, exampleNames, exampleWhen } from './examples';
import { locales } from './languages';
import { deliveryView } from './messages';
import { duplicate, patientDetails, patientRow } from './patients';
import { visitCard } from './pages';
import { pageQuery } from './paging';
import { emailStates, invitationView } from './people';
import { askMoves, askView, taskView } from './readiness';
import type { AskState } from './readiness';
import { clock, personName, when } from './said';
import { seatRoles, staffRoles, visitKinds, visitMoves } from './states';
import type { VisitStatus } from './states';
import { thingView } from './things';

/** What those read who look after patients: the board, one case, a time to be booked, an interpreter's jobs. */
const id = z.uuid();
const status = z.enum(Object.keys(visitMoves) as [VisitStatus, ...VisitStatus[]]);
const place = z.object({ institutionId: id, name: z.string() });
const exampleInstitution = { institutionId: exampleIds.osaka, name: 'Naniwa International Hospital' };

export const boardQuery = pageQuery
  .extend({ q: z.string().max(120).optional(), blocker: z.union([blocker, z.literal('')]).optional() })
  .transform(({ blocker: wanted, ...rest }) => ({ ...rest, blocker: wanted || undefined }));
export type BoardQuery = z.output<typeof boardQuery>;
/** `move`: the visit that is to be moved. */
export const bookingQuery = z.object({ move: z.uuid().optional() });
export type BookingQuery = z.output<typeof bookingQuery>;

export const boardPage = z
  .object({
    institution: place,
    /** How many patients each blocker holds up; those that hold up nobody are left out. */
    counts: z.array(z.object({ blocker: z.enum(blockers), count: z.number().int() })),
    /** All patients of the institution, whatever is searched for. */
    total: z.number().int(),
    items: z.array(patientRow),
    next: z.string().nullable(),
  })
  .meta({
    id: 'BoardPage',
    description: 'Patients by what keeps their care from going on.',
    examples: [
      {
        institution: exampleInstitution,
        counts: [{ blocker: 'not_confirmed', count: 1 }],
        total: 1,
        items: [
          {
            personId: exampleIds.emily,
            episodeId: exampleIds.episode,
            name: exampleNames.emily,
            place: 'Toronto',
            zone: 'America/Toronto',
            title: 'Follow-up after proton therapy',
            next: exampleWhen,
            blocker: 'not_confirmed',
            unread: 0,
          },
        ],
        next: null,
      },
    ],
  });
export type BoardPage = z.infer<typeof boardPage>;

/** An interpreter who is asked, as the coordinator sees it. */
export const askedView = z
  .object({
    personId: id,
    name: personName,
    state: z.enum(Object.keys(askMoves) as [AskState, ...AskState[]]),
    /** "Tuesday, 5:00 p.m."; null for whoever need not answer now. */
    answerByWords: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'AskedView', description: 'An interpreter who is asked for a visit.' });
export type AskedView = z.infer<typeof askedView>;

export const caseVisit = z
  .object({
    visitId: id,
    kind: z.enum(visitKinds),
    status,
    when,
    version: z.number().int(),
    /** Everybody who has a seat, the patient first. */
    people: z.array(
      z.object({
        seatId: id,
        personId: id,
        name: personName,
        role: z.enum(seatRoles),
        confirmed: z.boolean(),
      }),
    ),
    /** Rooms and devices that it takes up. */
    things: z.array(thingView),
    /** What became of it, in words, where they say more than its status. */
    outcomeWords: z.string().nullable(),
    note: z.enum(['none', 'draft', 'signed']),
    /** The newest mail of each person about it. */
    deliveries: z.array(deliveryView),
    /** What it needs before it begins, done or not; of one that is over nothing. */
    tasks: z.array(taskView),
    /** Whom the hospital asks to interpret, in that order; nothing where nobody is asked any more. */
    asks: z.array(askedView),
    mayMove: z.boolean(),
    maySetOutcome: z.boolean(),
  })
  .meta({ id: 'CaseVisit', description: 'A visit as its coordinator sees it.' });
export type CaseVisit = z.infer<typeof caseVisit>;

export const casePage = z
  .object({
    episodeId: id,
    institution: place,
    title: z.string(),
    treatment: z.string().nullable(),
    /** "March 2 – April 10, 2026". */
    treatedWords: z.string().nullable(),
    patient: z.object({
      personId: id,
      name: personName,
      /** "March 14, 1958 (68)". */
      birthWords: z.string().nullable(),
      place: z.string(),
      language: z.enum(locales),
      now: clock,
      /** For coordinators. */
      contact: z
        .object({ email: z.string().nullable(), emailState: z.enum(emailStates), phone: z.string().nullable() })
        .nullable(),
      /** For coordinators: what their form mends. */
      details: patientDetails.nullable(),
    }),
    team: z.array(z.object({ personId: id, name: personName, role: z.enum(staffRoles) })),
    next: caseVisit.nullable(),
    /** All of them, the newest first. */
    visits: z.array(caseVisit),
    blockers: z.array(blocker),
    invitation: invitationView.nullable(),
    thread: z.object({ unread: z.number().int(), last: z.string().nullable() }),
    files: z.number().int(),
    duplicates: z.array(duplicate),
    mailSet: z.boolean(),
    /** Books, moves, cancels and mends what is on file. */
    /** What she may book for herself; null: nothing, or nothing that this reader may know of. */
    allowance: z.object({ remaining: z.number().int(), windowWords: z.string() }).nullable(),
    /** That she would take a time that becomes free; `offered`: one is kept for her. */
    waiting: z.object({ waitlistId: id, windowWords: z.string(), offered: z.boolean() }).nullable(),
    mayBook: z.boolean(),
  })
  .meta({
    id: 'CasePage',
    description: 'Everything about one patient’s treatment.',
    examples: [
      {
        episodeId: exampleIds.episode,
        institution: exampleInstitution,
        title: 'Follow-up after proton therapy',
        treatment: 'Proton therapy of the left lung, 30 sessions',
        treatedWords: '2 March 2026 – 10 April 2026',
        patient: {
          personId: exampleIds.emily,
          name: exampleNames.emily,
          birthWords: '14 March 1958 (68)',
          place: 'Toronto',
          language: 'en',
          now: exampleClock,
          contact: { email: 'emily@home.example', emailState: 'works', phone: '+1 416-555-0142' },
          details: null,
        },
        team: [{ personId: exampleIds.sato, name: exampleNames.sato, role: 'physician' }],
        next: null,
        visits: [],
        blockers: ['no_visit'],
        invitation: null,
        thread: { unread: 0, last: null },
        files: 0,
        duplicates: [],
        mailSet: true,
        allowance: null,
        waiting: null,
        mayBook: true,
      },
    ],
  });
export type CasePage = z.infer<typeof casePage>;

export const bookingPage = z
  .object({
    episodeId: id,
    title: z.string(),
    patient: z.object({ personId: id, name: personName, place: z.string(), language: z.enum(locales), now: clock }),
    institution: z.object({ name: z.string(), now: clock }),
    /** The treating team first. */
    physicians: z.array(z.object({ personId: id, name: personName, team: z.boolean() })),
    /** Those who speak the patient's language first. */
    interpreters: z.array(
      z.object({ personId: id, name: personName, languages: z.array(z.string()), fits: z.boolean() }),
    ),
    /** Rooms and devices of the hospital that are in use. */
    things: z.array(thingView),
    /** In which a time may be written: the hospital's first. */
    zones: z.array(z.object({ zone: z.string(), place: z.string() })),
    defaults: z.object({
      /** Tomorrow there, for a move today: from then on a time is looked for. */
      from: z.string(),
      date: z.string(),
      time: z.string(),
      zone: z.string(),
      minutes: z.number().int(),
      physicianId: id.nullable(),
      interpreterId: id.nullable(),
    }),
    /** What the reader holds for this patient. */
    hold: held
      .extend({ minutes: z.number().int(), physicianId: id, thingIds: z.array(id), renewed: z.boolean() })
      .nullable(),
    /** The visit of `?move=`. */
    move: z
      .object({
        visitId: id,
        when,
        minutes: z.number().int(),
        version: z.number().int(),
        /** Whom it takes up besides the patient. */
        people: z.array(z.object({ personId: id, name: personName })),
        /** Whom another time has to suit: all of these, the patient first where she takes part, and one of those who are asked. */
        suits: z.object({
          personIds: z.array(id),
          thingIds: z.array(id),
          interpreter: z.object({ languages: z.tuple([z.string(), z.string()]), personIds: z.array(id) }).nullable(),
        }),
      })
      .nullable(),
  })
  .meta({
    id: 'BookingPage',
    description: 'What a coordinator needs to book a visit.',
    examples: [
      {
        episodeId: exampleIds.episode,
        title: 'Follow-up after proton therapy',
        patient: {
          personId: exampleIds.emily,
          name: exampleNames.emily,
          place: 'Toronto',
          language: 'en',
          now: exampleClock,
        },
        institution: { name: exampleInstitution.name, now: exampleWhen.theirs },
        physicians: [{ personId: exampleIds.sato, name: exampleNames.sato, team: true }],
        interpreters: [{ personId: exampleIds.mori, name: exampleNames.mori, languages: ['ja', 'en'], fits: true }],
        things: [],
        zones: [
          { zone: 'Asia/Tokyo', place: 'Osaka' },
          { zone: 'America/Toronto', place: 'Toronto' },
        ],
        defaults: {
          from: '2026-11-25',
          date: '2026-12-01',
          time: '09:00',
          zone: 'Asia/Tokyo',
          minutes: 30,
          physicianId: exampleIds.sato,
          interpreterId: exampleIds.mori,
        },
        hold: null,
        move: null,
      },
    ],
  });
export type BookingPage = z.infer<typeof bookingPage>;

export const jobsPage = z
  .object({
    now: clock,
    /** Visits that she is asked for and has not answered, the most pressing first. */
    offers: z.array(askView),
    items: z.array(visitCard.extend({ interprets: z.tuple([z.string(), z.string()]).nullable() })),
    next: z.string().nullable(),
  })
  .meta({
    id: 'JobsPage',
    description: 'The visits that an interpreter is asked for.',
    examples: [
      {
        now: exampleClock,
        offers: [],
        items: [{ ...exampleCard, myRole: 'interpreter', other: exampleNames.emily, interprets: ['ja', 'en'] }],
        next: null,
      },
    ],
  });
export type JobsPage = z.infer<typeof jobsPage>;

/** Visits that are over, and whose note the reader has not signed. */
export const unsignedPage = z
  .object({
    /** `draft`: she has begun to write. */
    items: z.array(visitCard.extend({ note: z.enum(['none', 'draft']) })),
    next: z.string().nullable(),
  })
  .meta({
    id: 'UnsignedPage',
    description: 'The notes that a physician has still to sign, the oldest visit first.',
    examples: [{ items: [{ ...exampleCard, myRole: 'physician', note: 'draft' }], next: null }],
  });
export type UnsignedPage = z.infer<typeof unsignedPage>;

export const myVisitsPage = z
  .object({
    /** `noteSigned`: there is one to read. */
    items: z.array(visitCard.extend({ noteSigned: z.boolean() })),
    next: z.string().nullable(),
  })
  .meta({
    id: 'MyVisitsPage',
    description: 'A patient’s visits, the newest first.',
    examples: [{ items: [{ ...exampleCard, noteSigned: false }], next: null }],
  });
export type MyVisitsPage = z.infer<typeof myVisitsPage>;
