import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ClockChoice, ClocksDecided, ClocksPage } from '@okaeri/contracts';
import { useNotices } from '../api/live';
import { keys, queries } from '../api/queries';
import { useMe } from '../api/session';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Page } from '../app/page';
import { Loaded, Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import { Empty } from '../parts/empty';
import { ChangeCard } from './change-card';
import classes from './clocks.module.css';

/** Visits whose promise a country broke by changing its clocks: what is kept, for one or for all that are shown. */
export default function ClocksRoute() {
  const me = useMe();
  const clocks = useQuery({
    queryKey: keys.clocks,
    queryFn: async () => (await body(typed.GET('/api/pages/clocks', { params: { query: {} } }))) as ClocksPage,
  });
  useNotices(
    (me?.institutions ?? []).map(({ institutionId }) => ({ topic: 'institution' as const, id: institutionId })),
    () => void queries.invalidateQueries({ queryKey: keys.clocks }),
  );
  return <Loaded query={clocks}>{(page) => <Changes page={page} />}</Loaded>;
}

function Changes({ page: { items } }: { page: ClocksPage }) {
  const say = useSay();
  const decide = useWrite(
    async (choice: ClockChoice) => (await body(typed.POST('/api/clocks/decide', { body: choice }))) as ClocksDecided,
  );
  const { data, error, isPending } = decide;
  const choose = (keep: ClockChoice['keep'], changeIds: string[]) => decide.mutate({ keep, changeIds });
  const all = items.map(({ changeId }) => changeId);
  return (
    <Page title={say('clocks.title')} lead={say('clocks.lead')}>
      <div data-screen="clocks" data-open={items.length}>
        {error && <Trouble error={error} />}
        <p role="status" className={classes.done}>
          {data && data.done.length > 0 ? say('clocks.done', { count: data.done.length }) : ''}
        </p>
        {items.length === 0 ? (
          <Empty title={say('clocks.empty.title')}>
            <p>{say('clocks.empty.body')}</p>
          </Empty>
        ) : (
          <>
            {items.length > 1 && (
              <div role="group" aria-label={say('clocks.all')} className={classes.all}>
                <p>{say('clocks.all')}</p>
                <Button
                  variant="default"
                  loading={isPending}
                  onClick={() => choose('wall', all)}
                  data-action="all-wall"
                >
                  {say('clocks.keepWall')}
                </Button>
                <Button
                  variant="default"
                  loading={isPending}
                  onClick={() => choose('instant', all)}
                  data-action="all-instant"
                >
                  {say('clocks.keepInstant')}
                </Button>
              </div>
            )}
            <ul className={classes.changes} aria-label={say('clocks.title')}>
              {items.map((change) => (
                <ChangeCard
                  key={change.changeId}
                  change={change}
                  busy={isPending}
                  problem={data?.refused.find(({ changeId }) => changeId === change.changeId)?.problem ?? null}
                  onChoose={(keep) => choose(keep, [change.changeId])}
                />
              ))}
            </ul>
          </>
        )}
      </div>
    </Page>
  );
}
