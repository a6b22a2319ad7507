import { noticeChannel } from '@okaeri/contracts';
import type { Notice } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';

/** Tells every signaling process that something changed: with the commit of this transaction, or not at all. */
export async function announce(em: EntityManager, ...notices: Notice[]): Promise<void> {
  if (notices.length > 0) await writeAndAnnounce(em, { writes: [], parameters: [] }, notices);
}

/**
 * The same together with what changed, in one round trip. `writes` are statements, each on rows of its own, that share
 * the parameters; `board` is a query, by these too, that finds further notices to tell.
 */
export async function writeAndAnnounce(
  em: EntityManager,
  { writes, parameters, board }: { writes: readonly string[]; parameters: readonly unknown[]; board?: string },
  notices: readonly Notice[],
): Promise<void> {
  const steps = writes.map((sql, at) => `write_${at} as (${sql})`).join(', ');
  const next = parameters.length + 1;
  await em.query(
    `${steps && `with ${steps} `}select pg_notify($${next}, payload) from (select unnest($${next + 1}::text[]) as payload${board ? ` union all ${board}` : ''}) as told`,
    [...parameters, noticeChannel, notices.map((notice) => JSON.stringify(notice))],
  );
}
