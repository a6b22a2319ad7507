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
  /** With it and that port, people's calendars are told where to send what they answer. */
  house: House | null;
}
export const NOTIFY_OPTIONS = Symbol('notify options');
