import type { House } from '@okaeri/platform';

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
  /** With it and one of the two, people's calendars are told where to send what they answer. */
  house: House | null;
}
export const NOTIFY_OPTIONS = Symbol('notify options');

/** Whether mails that come to addresses of ours are read at all. */
export const takesMailIn = ({ bouncePort, mailbox }: Pick<NotifyOptions, 'bouncePort' | 'mailbox'>): boolean =>
  bouncePort !== undefined || mailbox !== undefined;
