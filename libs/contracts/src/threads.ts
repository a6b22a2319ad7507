import { z } from 'zod';
import { locales } from './languages';
import { personName } from './said';
import { seatRoles } from './states';

/** What a patient and the people who treat her write to each other between visits. One thread an episode. */
export const threadTextMost = 4000;

export const threadText = z.strictObject({ text: z.string().trim().min(1).max(threadTextMost) }).meta({
  id: 'ThreadText',
  description: 'A message to everybody of the thread.',
  examples: [{ text: 'May I swim again?' }],
});
export type ThreadText = z.infer<typeof threadText>;

export const threadSeen = z.strictObject({ messageId: z.uuid() }).meta({
  id: 'ThreadSeen',
  description: 'The newest message that was seen.',
  examples: [{ messageId: '2e4d6f80-91a2-4b3c-8d5e-6f7a8b9c0d1e' }],
});
export type ThreadSeen = z.infer<typeof threadSeen>;

const emily = { display: 'Emily Tremblay', bare: 'Emily Tremblay', original: null, originalLang: 'en' };
const sato = { display: 'Dr. Sato Kenji', bare: 'Sato Kenji', original: '佐藤 健司', originalLang: 'ja' };
const exampleMessage = {
  messageId: '2e4d6f80-91a2-4b3c-8d5e-6f7a8b9c0d1e',
  by: emily,
  mine: false,
  role: 'patient' as const,
  text: 'May I swim again?',
  language: 'en' as const,
  atWords: 'today, 9:41 a.m.',
};

export const threadMessage = z
  .strictObject({
    messageId: z.uuid(),
    by: personName,
    mine: z.boolean(),
    /** What the writer is to the patient. */
    role: z.enum(seatRoles),
    text: z.string(),
    /** The language its writer reads Okaeri in; for the `lang` attribute. */
    language: z.enum(locales),
    atWords: z.string(),
  })
  .meta({ id: 'ThreadMessage', description: 'A message of a thread.', examples: [exampleMessage] });
export type ThreadMessage = z.infer<typeof threadMessage>;

export const threadPage = z
  .strictObject({
    episodeId: z.uuid(),
    title: z.string(),
    /** Everybody who reads it by name, the reader left out; coordinators of the institution read it too. */
    readers: z.array(personName),
    institution: z.string(),
    /** The newest first. */
    items: z.array(threadMessage),
    next: z.string().nullable(),
    unread: z.number().int(),
  })
  .meta({
    id: 'ThreadPage',
    description: 'Messages of an episode, the newest first.',
    examples: [
      {
        episodeId: '5a2b7c10-1f6e-4d0c-9b8a-7e6f5d4c3b2a',
        title: 'Follow-up after proton therapy',
        readers: [sato],
        institution: 'Osaka Follow-up Hospital',
        items: [exampleMessage],
        next: null,
        unread: 1,
      },
    ],
  });
export type ThreadPage = z.infer<typeof threadPage>;
