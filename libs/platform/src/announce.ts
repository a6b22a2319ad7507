import { noticeChannel } from '@okaeri/contracts';
import type { Notice } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';

/** Tells every signaling process that something changed: with the commit of this transaction, or not at all. */
export async function announce(em: EntityManager, ...notices: Notice[]): Promise<void> {
  if (notices.length > 0) await writeAndAnnounce(em, { writes: [], parameters: [] }, notices);
}

/**
 * The same together with what changed, in one round trip. `writes` are statements, each on rows of its own, that share
 * the parameters.
 */
export async function writeAndAnnounce(
  em: EntityManager,
  { writes, parameters }: { writes: readonly string[]; parameters: readonly unknown[] },
  notices: readonly Notice[],
): Promise<void> {
  const steps = writes.map((sql, at) => `write_${at} as (${sql})`).join(', ');
  const next = parameters.length + 1;
  await em.query(
    `${steps && `with ${steps} `}select pg_notify($${next}, payload) from unnest($${next + 1}::text[]) as payload`,
    [...parameters, noticeChannel, notices.map((notice) => JSON.stringify(notice))],
  );
}
