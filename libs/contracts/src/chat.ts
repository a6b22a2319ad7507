import { z } from 'zod';
import { exampleNames } from './examples';
import { pageOf } from './paging';
import { fileView } from './records';
import { personName } from './said';

/** What is written in a visit stays with it. */
export const chatKinds = ['text', 'file', 'recording', 'late'] as const;
export type ChatKind = (typeof chatKinds)[number];
/** `waiting`: to those who wait; they read what is for them and nothing else, and cannot answer. */
export const chatAudiences = ['room', 'waiting'] as const;
export type ChatAudience = (typeof chatAudiences)[number];
export const chatTextMost = 2000;

export const chatForm = z
  .strictObject({
    text: z.string('required').trim().max(chatTextMost, 'too_long'),
    audience: z.enum(chatAudiences).default('room'),
    /** One of those who wait; `null`: all of them. */
    to: z.uuid().nullable().default(null),
    /** A file of the visit that is handed over. */
    fileId: z.uuid().nullable().default(null),
  })
  .refine(({ text, fileId }) => text !== '' || fileId !== null, { path: ['text'], error: 'required' })
  .meta({
    id: 'ChatForm',
    description: 'A message to everybody in the room, or to those who wait.',
    examples: [{ text: 'Please have your list of medicines at hand.', audience: 'waiting', to: null, fileId: null }],
  });
export type ChatForm = z.output<typeof chatForm>;

const exampleMessage = {
  messageId: '8e1f2a3b-4c5d-4e6f-9a7b-8c9d0e1f2a3b',
  atWords: '9:12 a.m.',
  by: exampleNames.sato,
  mine: false,
  kind: 'text' as const,
  text: 'Please have your list of medicines at hand.',
  language: 'en',
  file: null,
  audience: 'waiting' as const,
  to: null,
};

export const chatMessage = z
  .object({
    messageId: z.uuid(),
    atWords: z.string(),
    by: personName,
    mine: z.boolean(),
    kind: z.enum(chatKinds),
    text: z.string(),
    /** Of the text, BCP 47. */
    language: z.string(),
    file: fileView.nullable(),
    audience: z.enum(chatAudiences),
    to: z.uuid().nullable(),
  })
  .meta({ id: 'ChatMessage', description: 'One message of a visit.', examples: [exampleMessage] });
export type ChatMessage = z.infer<typeof chatMessage>;

export const chatPage = pageOf(chatMessage).meta({
  id: 'ChatPage',
  description: 'The messages of a visit, the newest first.',
  examples: [{ items: [exampleMessage], next: null }],
});
export type ChatPage = z.infer<typeof chatPage>;

/** Minutes that the doctor is late; 0: not any more. */
export const lateForm = z
  .strictObject({ minutes: z.number().int().min(0).max(240) })
  .meta({ id: 'LateForm', description: 'How late the visit begins.', examples: [{ minutes: 20 }] });
export type LateForm = z.output<typeof lateForm>;

export const waitingOrder = z.strictObject({ seatIds: z.array(z.uuid()).max(12) }).meta({
  id: 'WaitingOrder',
  description: 'Those who wait, in the order in which they are to be let in.',
  examples: [{ seatIds: ['4c5d6e7f-8091-4a2b-9c3d-4e5f60718293'] }],
});
export type WaitingOrder = z.output<typeof waitingOrder>;

export const seatChoice = z.strictObject({ seatId: z.uuid() }).meta({
  id: 'SeatChoice',
  description: 'One seat of the visit.',
  examples: [{ seatId: '4c5d6e7f-8091-4a2b-9c3d-4e5f60718293' }],
});
export type SeatChoice = z.output<typeof seatChoice>;
