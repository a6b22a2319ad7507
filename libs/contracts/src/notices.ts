import { z } from 'zod';

/**
 * A live notice says only that something changed; the page fetches it again by its usual, checked way.
 * `visit` is keyed by the visit's id, `day` by the person whose list of visits changed.
 */
export const topics = ['visit', 'day'] as const;
export type Topic = (typeof topics)[number];

export const notice = z.strictObject({
  topic: z.enum(topics),
  id: z.uuid(),
  version: z.number().int(),
});
export type Notice = z.infer<typeof notice>;

/** The PostgreSQL channel on which a commit announces its notices. */
export const noticeChannel = 'okaeri_notice';
