import { z } from 'zod';
import { locales } from './languages';
import { pageOf } from './paging';

/*
 * By which ways a person is told: the same letter as a mail, a short message, a push to her browser, and a line among her
 * messages here.
 */
export const channels = ['email', 'sms', 'push', 'app'] as const;
export type Channel = (typeof channels)[number];

/** Whether a short message has reached a number. */
export const phoneStates = ['unknown', 'works', 'refused'] as const;
export type PhoneState = (typeof phoneStates)[number];

/** Where a row is about nothing besides what its other columns say. */
export const noSubject = '00000000-0000-4000-8000-000000000000';

/** Those she chose, in the order of `channels`; none twice. */
export const channelsChosen = z
  .array(z.enum(channels))
  .max(channels.length)
  .transform((chosen) => channels.filter((channel) => chosen.includes(channel)));

const time = z.string('required').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time_wrong');
/** On her own clock; over midnight where `to` is the earlier. */
export const quietHours = z
  .strictObject({ from: time, to: time })
  .refine(({ from, to }) => from !== to, { path: ['to'], error: 'date_order' })
  .meta({
    id: 'QuietHours',
    description: 'When nothing wakes her that can wait.',
    examples: [{ from: '22:00', to: '07:00' }],
  });
export type QuietHours = z.output<typeof quietHours>;

export const inboxLine = z
  .object({
    messageId: z.uuid(),
    title: z.string(),
    text: z.string(),
    /** The page it leads to, of our own origin; null where there is nothing more to do. */
    path: z.string().nullable(),
    atWords: z.string(),
    read: z.boolean(),
  })
  .meta({ id: 'InboxLine', description: 'One thing that she was told.' });
export type InboxLine = z.infer<typeof inboxLine>;

export const inboxPage = pageOf(inboxLine)
  .extend({ unread: z.number().int() })
  .meta({
    id: 'InboxPage',
    description: 'What a person was told, the newest first.',
    examples: [
      {
        items: [
          {
            messageId: '5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11',
            title: 'Your visit is booked',
            text: 'Tuesday, November 24, 7:00 p.m.',
            path: '/visits/3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
            atWords: '3 minutes ago',
            read: false,
          },
        ],
        next: null,
        unread: 1,
      },
    ],
  });
export type InboxPage = z.infer<typeof inboxPage>;

export const inboxRead = z.strictObject({ messageIds: z.array(z.uuid()).min(1).max(100) }).meta({
  id: 'InboxRead',
  description: 'Which of them she has read.',
  examples: [{ messageIds: ['5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11'] }],
});
export type InboxRead = z.output<typeof inboxRead>;

const base64url = (bytes: number) => z.string().regex(new RegExp(`^[\\w-]{${Math.ceil((bytes * 4) / 3)}}=*$`));
const endpoint = z
  .string()
  .max(2000)
  .refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', 'wrong');

export const pushForm = z
  .strictObject({ endpoint, keys: z.strictObject({ p256dh: base64url(65), auth: base64url(16) }) })
  .meta({
    id: 'PushForm',
    description: 'A browser that may show what she is told, as its push service describes it (RFC 8291).',
    examples: [
      {
        endpoint: 'https://push.example/send/4f2a',
        keys: {
          p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
          auth: 'BTBZMqHH6r4Tts7J_aSIgg',
        },
      },
    ],
  });
export type PushForm = z.output<typeof pushForm>;

export const pushEnd = z.strictObject({ endpoint }).meta({
  id: 'PushEnd',
  description: 'A browser that shall not be written to any more.',
  examples: [{ endpoint: 'https://push.example/send/4f2a' }],
});
export type PushEnd = z.output<typeof pushEnd>;

export const outboxPage = pageOf(
  z.object({
    messageId: z.uuid(),
    to: z.string(),
    text: z.string(),
    /** Each address in the text once. */
    links: z.array(z.string()),
    language: z.enum(locales).nullable(),
    atWords: z.string(),
  }),
).meta({
  id: 'OutboxPage',
  description: 'The newest short messages of the demo world.',
  examples: [
    {
      items: [
        {
          messageId: '5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11',
          to: '+1 416-555-0142',
          text: 'Okaeri: Your visit in 1 hour: 7:00 p.m.',
          links: [],
          language: 'en',
          atWords: '3 minutes ago',
        },
      ],
      next: null,
    },
  ],
});
export type OutboxPage = z.infer<typeof outboxPage>;

export const smsReceipt = z
  .strictObject({
    /** The message's id, as it was handed over. */
    reference: z.uuid(),
    state: z.enum(['delivered', 'failed']),
  })
  .meta({
    id: 'SmsReceipt',
    description: 'What became of a short message, told by its provider under a signature.',
    examples: [{ reference: '5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11', state: 'delivered' }],
  });
export type SmsReceipt = z.output<typeof smsReceipt>;
