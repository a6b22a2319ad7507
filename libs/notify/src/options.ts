import type { House } from '@okaeri/platform';
import type { SmsOptions } from './carriers/sms';
import type { Vapid } from './carriers/vapid';

/** What a mail needs to know of the house. */
export interface NotifyOptions {
  /** `Okaeri <okaeri@hospital.example>` */
  mailFrom: string;
  mailDomain: string;
  /** Where people reach the pages. */
  publicUrl: string;
  demo: boolean;
  /** Where mails that came back are taken in; then each mail has a return address of its own. */
  bouncePort: number | undefined;
  /** Where they are read in place of that: `imaps://user:password@host/INBOX`. */
  mailbox?: string | undefined;
  /** How often it is asked where its server tells of nothing new by itself. */
  mailboxPollSeconds?: number | undefined;
  /** With it and one of the two, people's calendars are told where to send what they answer. */
  house: House | null;
  /** Who takes short messages; in the demo world they stay here, whoever is named. */
  sms: SmsOptions | null;
  /** Without it nobody is sent notifications. */
  vapid: Vapid | null;
  /** Push services may lie at addresses of the own network. */
  outboundPrivate: boolean;
}
export const NOTIFY_OPTIONS = Symbol('notify options');

/** Whether mails that come to addresses of ours are read at all. */
export const takesMailIn = ({ bouncePort, mailbox }: Pick<NotifyOptions, 'bouncePort' | 'mailbox'>): boolean =>
  bouncePort !== undefined || mailbox !== undefined;
