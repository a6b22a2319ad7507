import { Link } from 'react-router';
import type { ReadyBlocker } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { useReady } from '../api/work';
import { Page } from '../app/page';
import { paths } from '../app/paths';
import { Loaded } from '../app/trouble';
import { Filtered, useFilter, useOthers } from '../board/filtered';
import { useSay } from '../locale/say';
import { Empty } from '../parts/empty';
import { ReadyCard } from './ready-card';
import classes from './ready.module.css';

/** Visits ahead by what keeps them from being ready; each says the one next thing. What another changes shows at once. */
export default function ReadyRoute() {
  const say = useSay();
  const filter = useFilter<ReadyBlocker>();
  const ready = useReady(filter.asked);
  useOthers(keys.ready);
  const rows = ready.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Loaded query={{ data: ready.data?.pages[0], error: ready.error, refetch: ready.refetch }}>
      {({ total, counts }) => (
        <Page
          title={say('readiness.title')}
          lead={
            <>
              {say('readiness.lead')}
              <Link to={paths.statistics} className={classes.statistics} data-action="statistics">
                {say('menu.statistics')}
              </Link>
            </>
          }
          wide
        >
          <div data-screen="ready" data-total={total}>
            {total === 0 ? (
              <Empty title={say('readiness.empty.title')}>
                <p>{say('readiness.empty.body')}</p>
              </Empty>
            ) : (
              <Filtered
                filter={filter}
                chips={[
                  { name: '' as const, words: say('readiness.all'), count: total },
                  ...counts.map(({ kind, words, count }) => ({ name: kind, words, count })),
                ]}
                label={say('readiness.title')}
                none={say('readiness.none.title')}
                query={ready}
              >
                {rows.map((visit) => (
                  <ReadyCard key={visit.visitId} visit={visit} />
                ))}
              </Filtered>
            )}
          </div>
        </Page>
      )}
    </Loaded>
  );
}
