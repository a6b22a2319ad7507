import { z } from 'zod';
import { reasonGiven, reasonOrNone, wallGiven } from './booking';
import { exampleIds, exampleNames, exampleWhen } from './examples';
import { pageOf, pageQuery } from './paging';
import { words, wordsOrNothing } from './people';
import { tag } from './rtp';
import { personName, when } from './said';
import { visitMoves } from './states';
import type { VisitStatus } from './states';

/* What a visit still needs before it begins, who is to do it, and whom to ask. */
const uuid = z.uuid();

export const ownerRoles = ['patient', 'physician', 'interpreter', 'coordinator'] as const;
export type OwnerRole = (typeof ownerRoles)[number];

/** `gone`: not needed any more. */
export const taskMoves = {
  open: ['done', 'waived', 'gone'],
  // A fact may cease to be one: who confirmed an earlier time has not confirmed this one.
  done: ['open', 'gone'],
  waived: ['open', 'gone'],
  gone: ['open'],
} as const satisfies Record<string, readonly string[]>;
export type TaskState = keyof typeof taskMoves;
export const taskStates = Object.keys(taskMoves) as [TaskState, ...TaskState[]];

/** Of an interpreter who is asked for a visit; only `asked` holds her time. */
export const askMoves = {
  waiting: ['asked', 'busy', 'withdrawn'],
  asked: ['accepted', 'declined', 'expired', 'withdrawn'],
  // Who has accepted may find that she cannot come after all.
  accepted: ['declined', 'withdrawn'],
  declined: [],
  expired: [],
  busy: [],
  withdrawn: [],
} as const satisfies Record<string, readonly string[]>;
export type AskState = keyof typeof askMoves;

/** What may have to happen before a visit; a later module adds its kinds here, and the compiler asks for their words. */
export const taskKinds = ['interpreter', 'presence', 'device_test', 'coordinator'] as const;
export type TaskKind = (typeof taskKinds)[number];
/** Written by a person and ticked by one; all other sources follow from facts. */
export const byHand = 'coordinator';

/**
 * The one thing to do next: tick it, ask interpreters, find another time, write to somebody, choose what a clock that
 * changed keeps, mend an address.
 */
export const taskActs = ['done', 'ask', 'move', 'write', 'decide', 'address'] as const;
export type TaskAct = (typeof taskActs)[number];

/** What keeps a visit from being ready, in the order in which a coordinator looks at it. */
export const readyBlockers = [
  'interpreter',
  'presence_declined',
  'clock_changed',
  'mail_bounced',
  'coordinator_late',
  'device_test',
  'presence',
  'coordinator',
] as const;
export type ReadyBlocker = (typeof readyBlockers)[number];

const status = z.enum(Object.keys(visitMoves) as [VisitStatus, ...VisitStatus[]]);
const kind = z.enum(taskKinds);
const blocker = z.enum(readyBlockers);

export const taskView = z
  .object({
    taskId: uuid,
    kind,
    source: z.string(),
    /** What has to happen: "Dr. Sato Kenji confirms". */
    words: z.string(),
    /** What was written to it, or why somebody cannot come. */
    note: z.string().nullable(),
    /** "Dr. Sato Kenji", "the coordinators". */
    ownerWords: z.string(),
    /** "until tomorrow, 7:00 p.m.". */
    dueWords: z.string(),
    late: z.boolean(),
    state: z.enum(taskStates),
    /** "Tanaka Yuki, today, 5:12 p.m.", where a person has ticked or waived it. */
    doneWords: z.string().nullable(),
    /** It is this reader's to do. */
    mine: z.boolean(),
    act: z.enum(taskActs).nullable(),
  })
  .meta({ id: 'TaskView', description: 'Something that has to happen before a visit.' });
export type TaskView = z.infer<typeof taskView>;

const taskExample = {
  taskId: '8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0',
  kind: 'interpreter' as const,
  source: 'scheduling',
  words: 'An interpreter accepts',
  note: null,
  ownerWords: 'the coordinators',
  dueWords: 'until tomorrow, 7:00 p.m.',
  late: false,
  state: 'open' as const,
  doneWords: null,
  mine: true,
  act: 'ask' as const,
};

export const taskForm = z
  .strictObject({
    title: words(200),
    note: wordsOrNothing(2000).default(null),
    ownerRole: z.enum(ownerRoles),
    due: wallGiven,
  })
  .meta({
    id: 'TaskForm',
    description: 'Something that a coordinator wants done before a visit.',
    examples: [
      {
        title: 'Send the pathology report',
        note: null,
        ownerRole: 'coordinator',
        due: { date: '2026-11-23', time: '17:00', zone: 'Asia/Tokyo' },
      },
    ],
  });
export type TaskForm = z.output<typeof taskForm>;

export const taskMade = z
  .object({ taskId: uuid })
  .meta({ id: 'TaskMade', description: 'The task that was written.', examples: [{ taskId: taskExample.taskId }] });
export type TaskMade = z.infer<typeof taskMade>;

export const taskWaive = z
  .strictObject({ reason: reasonGiven })
  .meta({ id: 'TaskWaive', description: 'Why it need not be done.', examples: [{ reason: 'She brings it herself.' }] });
export type TaskWaive = z.output<typeof taskWaive>;

/** `blocker`: of those that this keeps from going on. */
export const readyQuery = pageQuery
  .extend({ q: z.string().max(120).optional(), blocker: z.union([blocker, z.literal('')]).optional() })
  .transform(({ blocker: wanted, ...rest }) => ({ ...rest, blocker: wanted || undefined }));
export type ReadyQuery = z.output<typeof readyQuery>;

export const readyVisit = z
  .object({
    visitId: uuid,
    episodeId: uuid,
    patient: personName,
    physician: personName,
    when,
    /** Rooms and devices that are booked for it, by their names. */
    things: z.array(z.string()),
    status,
    version: z.number().int(),
    /** The first thing that keeps it from being ready; null where it is. */
    blockedBy: blocker.nullable(),
    /** The next thing to do; without an act it is somebody else's, and nothing can be pressed. */
    next: z.object({ words: z.string(), act: z.enum(taskActs).nullable(), taskId: uuid.nullable() }).nullable(),
    /** All that are needed, also those that are done. */
    tasks: z.array(taskView),
  })
  .meta({ id: 'ReadyVisit', description: 'A visit by what it still needs.' });
export type ReadyVisit = z.infer<typeof readyVisit>;

export const readyPage = pageOf(readyVisit)
  .extend({
    /** How many visits each keeps from being ready; those that keep none are left out. */
    counts: z.array(z.object({ kind: blocker, words: z.string(), count: z.number().int() })),
    /** All visits ahead, whatever is searched for. */
    total: z.number().int(),
  })
  .meta({
    id: 'ReadyPage',
    description: 'Visits by what keeps them from being ready.',
    examples: [
      {
        counts: [{ kind: 'interpreter', words: 'Interpreter missing', count: 1 }],
        total: 1,
        items: [
          {
            visitId: exampleIds.visit,
            episodeId: exampleIds.episode,
            patient: exampleNames.emily,
            physician: exampleNames.sato,
            when: exampleWhen,
            things: ['Video room 2'],
            status: 'pending',
            version: 3,
            blockedBy: 'interpreter',
            next: { words: 'Ask another interpreter', act: 'ask', taskId: taskExample.taskId },
            tasks: [taskExample],
          },
        ],
        next: null,
      },
    ],
  });
export type ReadyPage = z.infer<typeof readyPage>;

export const askView = z
  .object({
    askId: uuid,
    visitId: uuid,
    /** Those of one series are asked, and may be answered, in one piece. */
    seriesId: uuid.nullable(),
    when,
    languages: z.tuple([tag, tag]),
    answerByWords: z.string(),
    institution: z.string(),
    minutes: z.number().int(),
  })
  .meta({
    id: 'AskView',
    description: 'A visit that an interpreter is asked for.',
    examples: [
      {
        askId: taskExample.taskId,
        visitId: exampleIds.visit,
        seriesId: null,
        when: exampleWhen,
        languages: ['ja', 'en'],
        answerByWords: 'until today, 5:00 p.m.',
        institution: 'Naniwa International Hospital',
        minutes: 30,
      },
    ],
  });
export type AskView = z.infer<typeof askView>;

const answered = { answer: z.enum(['accept', 'decline']), reason: reasonOrNone };
export const answerForm = z.strictObject(answered).meta({
  id: 'AnswerForm',
  description: 'Whether she takes it.',
  examples: [{ answer: 'accept' }],
});
export type AnswerForm = z.output<typeof answerForm>;

const othersAsked = z.array(uuid).max(26).default([]);
export const asksAnswer = z
  .strictObject({
    ...answered,
    /** Others of the same series that she answers in the same way. */
    alike: othersAsked,
    /** Others of it that she answers the other way. */
    unlike: othersAsked,
  })
  .meta({
    id: 'AsksAnswer',
    description: 'Whether she will interpret: one visit, or several of a series at once.',
    examples: [{ answer: 'accept', alike: [], unlike: [] }],
  });
export type AsksAnswer = z.output<typeof asksAnswer>;

export const declineForm = z.strictObject({ reason: reasonOrNone }).meta({
  id: 'DeclineForm',
  description: 'That the reader cannot be there.',
  examples: [{ reason: 'I have surgery that day.' }],
});
export type DeclineForm = z.output<typeof declineForm>;
