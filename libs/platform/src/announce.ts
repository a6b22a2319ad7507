import { noticeChannel } from '@okaeri/contracts';
import type { Notice } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';

/** Tells every signaling process that something changed: with the commit of this transaction, or not at all. */
export async function announce(em: EntityManager, ...notices: Notice[]): Promise<void> {
  if (notices.length === 0) return;
  await em.query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [
    noticeChannel,
    notices.map((notice) => JSON.stringify(notice)),
  ]);
}
