import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReadyBlocker, ReadyPage } from '@okaeri/contracts';
import { useNotices } from '../api/live';
import { keys, queries } from '../api/queries';
import { useMe } from '../api/session';
import { useReady } from '../api/work';
import { Page } from '../app/page';
import { Loaded } from '../app/trouble';
import board from '../board/board.module.css';
import { useSay } from '../locale/say';
import { Empty } from '../parts/empty';
import { ReadyCard } from './ready-card';

/** Visits ahead by what keeps them from being ready; each says the one next thing. What another changes shows at once. */
export default function ReadyRoute() {
  const me = useMe();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const [blocker, setBlocker] = useState<ReadyBlocker | ''>('');
  const ready = useReady({ q, blocker });
  useNotices(
    (me?.institutions ?? []).map(({ institutionId }) => ({ topic: 'institution' as const, id: institutionId })),
    () => void queries.invalidateQueries({ queryKey: keys.ready }),
  );
  const more = ready.hasNextPage ? () => void ready.fetchNextPage() : null;
  return (
    <Loaded query={{ data: ready.data?.pages[0], error: ready.error, refetch: ready.refetch }}>
      {(page) => (
        <Ready
          page={page}
          items={ready.data?.pages.flatMap(({ items }) => items) ?? []}
          typed={typed}
          onTyped={setTyped}
          blocker={blocker}
          onBlocker={setBlocker}
          more={more}
          loading={ready.isFetchingNextPage}
        />
      )}
    </Loaded>
  );
}

interface ReadyProps {
  page: ReadyPage;
  items: ReadyPage['items'];
  typed: string;
  onTyped: (typed: string) => void;
  blocker: ReadyBlocker | '';
  onBlocker: (blocker: ReadyBlocker | '') => void;
  more: (() => void) | null;
  loading: boolean;
}

function Ready({ page, items, typed, onTyped, blocker, onBlocker, more, loading }: ReadyProps) {
  const say = useSay();
  return (
    <Page title={say('readiness.title')} lead={say('readiness.lead')} wide>
      <div data-screen="ready" data-total={page.total}>
        {page.total === 0 ? (
          <Empty title={say('readiness.empty.title')}>
            <p>{say('readiness.empty.body')}</p>
          </Empty>
        ) : (
          <>
            <div className={board.tools}>
              <TextInput
                type="search"
                className={board.search}
                aria-label={say('board.search')}
                placeholder={say('board.search')}
                leftSection={<IconSearch size={20} aria-hidden="true" />}
                value={typed}
                onChange={(event) => onTyped(event.currentTarget.value)}
                autoComplete="off"
              />
            </div>
            <Chips page={page} blocker={blocker} onBlocker={onBlocker} />
            {items.length === 0 ? (
              <Empty title={say('readiness.none.title')}>
                <p>{say('board.none.body')}</p>
              </Empty>
            ) : (
              <ul className={board.rows} aria-label={say('readiness.title')}>
                {items.map((visit) => (
                  <ReadyCard key={visit.visitId} visit={visit} />
                ))}
              </ul>
            )}
            {more && (
              <Button variant="default" mt="lg" loading={loading} onClick={more} data-action="more">
                {say('common.more')}
              </Button>
            )}
          </>
        )}
      </div>
    </Page>
  );
}

function Chips({ page, blocker, onBlocker }: Pick<ReadyProps, 'page' | 'blocker' | 'onBlocker'>) {
  const say = useSay();
  const chip = (name: ReadyBlocker | '', words: string, count: number) => (
    <button
      key={name}
      type="button"
      className={board.chip}
      aria-pressed={blocker === name}
      onClick={() => onBlocker(blocker === name ? '' : name)}
      data-action={`filter-${name || 'all'}`}
    >
      {words} <span className={board.count}>{count}</span>
    </button>
  );
  return (
    <div role="group" aria-label={say('board.filter')} className={board.chips}>
      {chip('', say('readiness.all'), page.total)}
      {page.counts.map(({ kind, words, count }) => chip(kind, words, count))}
    </div>
  );
}
