import type { Kept, Resource } from '@okaeri/chart';
import type { BriefLine, Locale } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { readLine } from '../reading/line';
import type { Resolve } from '../reading/line';
import { datedOf } from './timeline';
import { isOver } from './over';

export type Changed = Kept & { before: Resource | null };
type Change = 'new' | 'changed' | 'ended';

/** What matters most first. */
const order = ['allergies', 'problems', 'medications', 'procedures', 'results', 'vitals', 'documents'];

/**
 * What is another than at the last visit, as a reader sees it: what has come, what has ended, and what says something else now. What changed
 * in nothing that is read is no news.
 */
export function changesOf(
  changed: readonly Changed[],
  locale: Locale,
  resolveFor: (kept: Kept) => Resolve,
): { line: BriefLine; change: Change }[] {
  return changed
    .flatMap((each) => {
      const dated = datedOf(each);
      const news = dated && newsOf(each, locale, resolveFor(each));
      return news ? [{ ...news, kind: dated.kind, at: dated.at }] : [];
    })
    .toSorted((a, b) => placeOf(a.kind) - placeOf(b.kind) || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .map(({ line, change }) => ({ line, change }));
}

const placeOf = (kind: string) => (order.indexOf(kind) + order.length + 1) % (order.length + 1);

function newsOf(each: Changed, locale: Locale, resolve: Resolve): { line: BriefLine; change: Change } | null {
  const { line } = readLine(each, locale, resolve);
  const told = (change: Change, before: string | null) => ({
    change,
    line: {
      ...{ lineId: line.lineId, title: line.title, when: line.when },
      said: [say(locale, `reading.change.${change}`), ...line.said.slice(0, 2)],
      ...{ flag: null, trend: null, before },
    },
  });
  if (!each.before) return isOver(each.body) ? null : told('new', null);
  const then = readLine({ ...each, body: each.before }, locale, resolve).line;
  if (isOver(each.body) !== isOver(each.before)) return told(isOver(each.body) ? 'ended' : 'new', null);
  const [was, is] = [wordsOf(then), wordsOf(line)];
  return was === is ? null : told('changed', was);
}

const wordsOf = ({ title, said, when }: { title: string; said: string[]; when: string | null }) =>
  [title, ...said, ...(when ? [when] : [])].join(' · ');
