import { z } from 'zod';

/**
 * A live notice says only that something changed; the page fetches it again by its usual, checked way.
 * `visit`, `sound` (who hears whom: it changes often, and no page is read again for it) and `chat` are keyed by the visit's id, `day` by the person whose list of visits changed, `episode` (its case, files, notes
 * and thread), `person` and `institution` (its people and its board) by their own, `record` (what of it somebody may see) by the patient, `inbox` (what she was told) by the person. `mailbox` is the demo world's, which has one.
 */
export const topics = [
  'visit',
  'sound',
  'chat',
  'day',
  'episode',
  'person',
  'inbox',
  'record',
  'institution',
  'mailbox',
] as const;
export type Topic = (typeof topics)[number];

/** There is one mailbox of the demo world. */
export const mailboxId = '00000000-0000-4000-8000-000000000000';

export const notice = z.strictObject({
  topic: z.enum(topics),
  id: z.uuid(),
  version: z.number().int(),
});
export type Notice = z.infer<typeof notice>;

/** The PostgreSQL channel on which a commit announces its notices. */
export const noticeChannel = 'okaeri_notice';
