import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Blocker, BoardPage } from '@okaeri/contracts';
import { useNotices } from '../api/live';
import { keys, queries } from '../api/queries';
import { useMe } from '../api/session';
import { useBoard } from '../api/work';
import { Page } from '../app/page';
import { paths } from '../app/paths';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import { Empty } from '../parts/empty';
import classes from './board.module.css';
import { PatientCard } from './patient-card';

/** All patients by what keeps their care from going on; each row says the one next thing. */
export default function BoardRoute() {
  const me = useMe();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const [blocker, setBlocker] = useState<Blocker | ''>('');
  const board = useBoard({ q, blocker });
  const places = me?.institutions.map(({ institutionId }) => institutionId) ?? [];
  useNotices(
    places.map((id) => ({ topic: 'institution' as const, id })),
    () => void queries.invalidateQueries({ queryKey: keys.board }),
  );
  const first = board.data?.pages[0];
  const rows = board.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Loaded query={{ data: first, error: board.error, refetch: board.refetch }}>
      {(page) => (
        <Board
          page={page}
          rows={rows}
          typed={typed}
          blocker={blocker}
          onTyped={setTyped}
          onBlocker={setBlocker}
          more={board.hasNextPage ? () => void board.fetchNextPage() : null}
          loading={board.isFetchingNextPage}
        />
      )}
    </Loaded>
  );
}

interface BoardProps {
  page: BoardPage;
  rows: BoardPage['items'];
  typed: string;
  blocker: Blocker | '';
  onTyped: (typed: string) => void;
  onBlocker: (blocker: Blocker | '') => void;
  more: (() => void) | null;
  loading: boolean;
}

function Board({ page, rows, typed, blocker, onTyped, onBlocker, more, loading }: BoardProps) {
  const say = useSay();
  const register = (
    <Button
      component={Link}
      to={paths.register}
      size={page.total === 0 ? 'lg' : 'md'}
      leftSection={<IconUserPlus size={22} aria-hidden="true" />}
      data-action="register"
    >
      {say(page.total === 0 ? 'board.empty.action' : 'board.register')}
    </Button>
  );
  return (
    <Page title={say('board.title')} lead={page.institution.name} wide>
      <div data-screen="board" data-total={page.total}>
        {page.total === 0 ? (
          <Empty title={say('board.empty.title')} action={register}>
            <p>{say('board.empty.body')}</p>
          </Empty>
        ) : (
          <>
            <div className={classes.tools}>
              <TextInput
                type="search"
                className={classes.search}
                aria-label={say('board.search')}
                placeholder={say('board.search')}
                leftSection={<IconSearch size={20} aria-hidden="true" />}
                value={typed}
                onChange={(event) => onTyped(event.currentTarget.value)}
                autoComplete="off"
              />
              {register}
            </div>
            <Chips page={page} blocker={blocker} onBlocker={onBlocker} />
            {rows.length === 0 ? (
              <Empty title={say('board.none.title')}>
                <p>{say('board.none.body')}</p>
              </Empty>
            ) : (
              <ul className={classes.rows} aria-label={say('board.title')}>
                {rows.map((row) => (
                  <PatientCard key={row.episodeId} row={row} />
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

function Chips({ page, blocker, onBlocker }: Pick<BoardProps, 'page' | 'blocker' | 'onBlocker'>) {
  const say = useSay();
  const chip = (name: Blocker | '', words: string, count: number) => (
    <button
      key={name}
      type="button"
      className={classes.chip}
      aria-pressed={blocker === name}
      onClick={() => onBlocker(blocker === name ? '' : name)}
      data-action={`filter-${name || 'all'}`}
    >
      {words} <span className={classes.count}>{count}</span>
    </button>
  );
  return (
    <div role="group" aria-label={say('board.filter')} className={classes.chips}>
      {chip('', say('board.all'), page.total)}
      {page.counts.map(({ blocker: name, count }) => chip(name, say(`board.blocker.${name}`), count))}
    </div>
  );
}
