import { noticeChannel } from '@okaeri/contracts';
import type { Notice } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';
import { Statement } from './statement';

/** Tells every signaling process that something changed: with the commit of this transaction, or not at all. */
export async function announce(em: EntityManager, ...notices: Notice[]): Promise<void> {
  if (notices.length > 0) await writeAndAnnounce(em, { writes: [], parameters: [] }, notices);
}

/** The same together with what changed, in one round trip. `writes` are statements that share the parameters. */
export async function writeAndAnnounce(
  em: EntityManager,
  { writes, parameters }: { writes: readonly string[]; parameters: readonly unknown[] },
  notices: readonly Notice[],
): Promise<void> {
  const statement = new Statement();
  statement.parameters.push(...parameters);
  for (const write of writes) statement.add(write);
  announceIn(statement, notices);
  await statement.run(em);
}

/** The same as a part of a statement. `more` is a query that finds further notices, `when` holds for all of them. */
export function announceIn(
  statement: Statement,
  notices: readonly Notice[],
  { more, when }: { more?: string; when?: string } = {},
): void {
  const given = `select unnest(${statement.place(notices.map((notice) => JSON.stringify(notice)))}::text[])`;
  const all = more ? `${given} union all ${more}` : given;
  statement.tell(noticeChannel, when ? `select * from (${all}) as told_if where ${when}` : all);
}
