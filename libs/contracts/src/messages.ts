import { z } from 'zod';
import { channels } from './channels';
import { locales } from './languages';

/** Every mail that Okaeri writes. */
export const messageKinds = [
  'invitation',
  'sign_in',
  'link_code',
  'visit_booked',
  'series_booked',
  'visit_moved',
  'visit_cancelled',
  'visit_clock',
  'visit_reminder',
  'visit_nudge',
  'interpreter_ask',
  'interpreter_ask_over',
  'seat_declined',
  'task_due',
  'waitlist_offer',
  'note_ready',
  'message_new',
  'glass_review',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** They let somebody in: they go to her address, whatever she has chosen. */
export const byMailOnly: readonly MessageKind[] = ['invitation', 'sign_in', 'link_code'];

/**
 * States of a message. `sending` is committed before the conversation with a server begins and `sent` after its answer, so
 * that a crash between the two is seen; `delivered` is one of which it is known that it reached her device. A failed or
 * bounced one may be queued again by a person.
 */
export const messageMoves = {
  queued: ['sending', 'skipped', 'replaced', 'failed'],
  sending: ['sent', 'delivered', 'queued', 'failed', 'bounced', 'skipped'],
  sent: ['delivered', 'failed', 'bounced'],
  delivered: [],
  failed: ['queued'],
  bounced: ['queued'],
  skipped: [],
  replaced: [],
} as const satisfies Record<string, readonly string[]>;
export type MessageState = keyof typeof messageMoves;
export const messageStates = Object.keys(messageMoves) as MessageState[];

/** How many minutes before a visit a person may be reminded; all of them unless she chose otherwise. */
export const reminderMinutes = [1440, 60, 10] as const;
export type ReminderMinutes = (typeof reminderMinutes)[number];

/** What became of one message, for those who look after its reader. */
export const deliveryView = z
  .strictObject({
    messageId: z.uuid(),
    kind: z.enum(messageKinds),
    personId: z.uuid(),
    channel: z.enum(channels),
    state: z.enum(['queued', 'sent', 'delivered', 'failed', 'bounced']),
    /** When that was, in the reader's words and clock. */
    atWords: z.string(),
    /** Whether asking for it again makes sense: the address was refused, or nobody could take it. */
    mayRepeat: z.boolean(),
  })
  .meta({
    id: 'DeliveryView',
    description: 'What became of a message on one of its ways.',
    examples: [
      {
        messageId: '5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11',
        kind: 'visit_booked',
        personId: '0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e',
        channel: 'email',
        state: 'sent',
        atWords: 'today, 9:41 a.m.',
        mayRepeat: false,
      },
    ],
  });
export type DeliveryView = z.infer<typeof deliveryView>;

/** One line of the demo world's mailbox. */
export const mailboxLine = z.strictObject({
  mailId: z.uuid(),
  to: z.string(),
  subject: z.string(),
  atWords: z.string(),
  language: z.enum(locales).nullable(),
  /** It brings a calendar with it. */
  calendar: z.boolean(),
});
export type MailboxLine = z.infer<typeof mailboxLine>;

export const mailboxPage = z.strictObject({ items: z.array(mailboxLine), next: z.string().nullable() }).meta({
  id: 'MailboxPage',
  description: 'The newest mails of the demo world.',
  examples: [
    {
      items: [
        {
          mailId: '9c1f7a52-3f0b-4a7e-8a5d-2b6c8d9e0f11',
          to: 'emily@demo.example',
          subject: 'Your visit on Tuesday, November 24 at 7:00 p.m.',
          atWords: '3 minutes ago',
          language: 'en',
          calendar: true,
        },
      ],
      next: null,
    },
  ],
});
export type MailboxPage = z.infer<typeof mailboxPage>;

/** A mail of the demo world as its reader would see it. */
export const mailboxMail = z
  .strictObject({
    mailId: z.uuid(),
    subject: z.string(),
    from: z.string(),
    to: z.string(),
    atWords: z.string(),
    language: z.enum(locales).nullable(),
    /** Shown in a frame that runs nothing. */
    html: z.string(),
    text: z.string(),
    calendar: z
      .strictObject({
        /** `PUBLISH`: several entries, the first of which is told. */
        method: z.enum(['REQUEST', 'CANCEL', 'PUBLISH']),
        sequence: z.number().int(),
        whenWords: z.string(),
        fileName: z.string(),
      })
      .nullable(),
    /** Every address of the mail once, in its order. */
    links: z.array(z.strictObject({ href: z.string(), words: z.string() })),
  })
  .meta({
    id: 'MailboxMail',
    description: 'A mail of the demo world.',
    examples: [
      {
        mailId: '9c1f7a52-3f0b-4a7e-8a5d-2b6c8d9e0f11',
        subject: 'Your visit on Tuesday, November 24 at 7:00 p.m.',
        from: 'Okaeri <okaeri@okaeri.example>',
        to: 'emily@demo.example',
        atWords: '3 minutes ago',
        language: 'en',
        html: '<p>Your visit is booked.</p>',
        text: 'Your visit is booked.',
        calendar: {
          method: 'REQUEST',
          sequence: 0,
          whenWords: 'Tuesday, November 24, 7:00 p.m.',
          fileName: 'visit.ics',
        },
        links: [{ href: 'http://emily.localhost:3000/visits/3f0b', words: 'See your visit' }],
      },
    ],
  });
export type MailboxMail = z.infer<typeof mailboxMail>;
