import { noticeChannel } from '@okaeri/contracts';
import type { Notice } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';

/** Tells every signaling process that something changed: with the commit of this transaction, or not at all. */
export async function announce(em: EntityManager, notice: Notice): Promise<void> {
  await em.query('select pg_notify($1, $2)', [noticeChannel, JSON.stringify(notice)]);
}
