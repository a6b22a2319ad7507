import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TimelineEntry, TimelineKind, TimelinePage } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { body, typed } from '../api/typed';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Empty } from '../parts/empty';
import { Mark } from './mark';
import classes from './reading.module.css';

/** What happened when, the newest first; what a reader does not look for she can leave out. */
export default function Timeline({ personId }: { personId: string }) {
  const [kinds, setKinds] = useState<readonly TimelineKind[]>([]);
  const query = useInfiniteQuery({
    queryKey: [...keys.record(personId), 'timeline', ...kinds],
    queryFn: ({ pageParam }): Promise<TimelinePage> =>
      body(
        typed.GET('/api/pages/records/{personId}/timeline', {
          params: {
            path: { personId },
            query: { from: pageParam, ...(kinds.length > 0 && { kinds: kinds.join(',') }) },
          },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const toggle = (kind: TimelineKind) =>
    setKinds((old) => (old.includes(kind) ? old.filter((each) => each !== kind) : [...old, kind]));
  return (
    <Loaded query={{ data: query.data?.pages, error: query.error, refetch: query.refetch }}>
      {(pages) => (
        <Months
          pages={pages}
          kinds={kinds}
          onKind={toggle}
          more={query.hasNextPage ? () => void query.fetchNextPage() : null}
        />
      )}
    </Loaded>
  );
}

interface MonthsProps {
  pages: readonly TimelinePage[];
  kinds: readonly TimelineKind[];
  onKind: (kind: TimelineKind) => void;
  more: (() => void) | null;
}

function Months({ pages, kinds, onKind, more }: MonthsProps) {
  const say = useSay();
  const offered = pages[0]?.kinds ?? [];
  const months = joined(pages);
  if (offered.length === 0) return <Empty title={say('medical.empty')} />;
  return (
    <div data-timeline={months.length}>
      <div className={classes.kinds} role="group" aria-label={say('reading.kinds')}>
        {offered.map(({ kind, words, count }) => (
          <button
            key={kind}
            type="button"
            className={classes.kind}
            aria-pressed={kinds.includes(kind)}
            onClick={() => onKind(kind)}
            data-action="kind"
            data-kind={kind}
          >
            {words} <span className={classes.count}>{count}</span>
          </button>
        ))}
      </div>
      {months.map(({ key, words, entries }) => (
        <section key={key} className={card.section} aria-labelledby={`month-${key}`}>
          <h2 id={`month-${key}`} className={card.heading}>
            {words}
          </h2>
          <ol className={classes.entries}>
            {entries.map((entry) => (
              <Entry key={entry.entryId} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {more && (
        <Button variant="default" onClick={more} className={classes.older} data-action="more">
          {say('reading.older')}
        </Button>
      )}
    </div>
  );
}

/** A month that began on one piece goes on in the next. */
function joined(pages: readonly TimelinePage[]): TimelinePage['months'] {
  const months = new Map<string, TimelinePage['months'][number]>();
  for (const month of pages.flatMap((page) => page.months)) {
    const before = months.get(month.key);
    months.set(month.key, before ? { ...before, entries: [...before.entries, ...month.entries] } : month);
  }
  return [...months.values()];
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const say = useSay();
  return (
    <li className={classes.entry} data-kind={entry.kind}>
      <p className={classes.when}>
        {entry.when && <span>{entry.when}</span>}
        <span>{entry.kindWords}</span>
      </p>
      <p className={classes.title}>{entry.title}</p>
      {(entry.said.length > 0 || (entry.flag && entry.items.length === 0)) && (
        <p className={classes.said}>
          {entry.items.length === 0 && <Mark flag={entry.flag} />}
          {entry.said.join(' · ')}
        </p>
      )}
      {entry.items.length > 0 && (
        <details className={classes.folded}>
          <summary>{say('reading.showAll')}</summary>
          <ul className={classes.lines}>
            {entry.items.map((item) => (
              <li key={item.lineId} className={classes.line} data-flag={item.flag ?? undefined}>
                <p className={classes.title}>{item.title}</p>
                <p className={classes.said}>
                  <Mark flag={item.flag} />
                  {item.said.join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
