import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Blocker, BoardPage } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { useBoard } from '../api/work';
import { Page } from '../app/page';
import { paths } from '../app/paths';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import { Empty } from '../parts/empty';
import { Filtered, useFilter, useOthers } from './filtered';
import { PatientCard } from './patient-card';

/** All patients by what keeps their care from going on; each row says the one next thing. */
export default function BoardRoute() {
  const say = useSay();
  const filter = useFilter<Blocker>();
  const board = useBoard(filter.asked);
  useOthers(keys.board);
  const rows = board.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Loaded query={{ data: board.data?.pages[0], error: board.error, refetch: board.refetch }}>
      {(page) => (
        <Page title={say('board.title')} lead={page.institution.name} wide>
          <div data-screen="board" data-total={page.total}>
            {page.total === 0 ? (
              <Empty title={say('board.empty.title')} action={<Register first />}>
                <p>{say('board.empty.body')}</p>
              </Empty>
            ) : (
              <Filtered
                filter={filter}
                chips={chipsOf(page, say)}
                label={say('board.title')}
                none={say('board.none.title')}
                action={<Register />}
                query={board}
              >
                {rows.map((row) => (
                  <PatientCard key={row.episodeId} row={row} />
                ))}
              </Filtered>
            )}
          </div>
        </Page>
      )}
    </Loaded>
  );
}

const chipsOf = ({ total, counts }: BoardPage, say: ReturnType<typeof useSay>) => [
  { name: '' as const, words: say('board.all'), count: total },
  ...counts.map(({ blocker, count }) => ({ name: blocker, words: say(`board.blocker.${blocker}`), count })),
];

function Register({ first = false }: { first?: boolean }) {
  const say = useSay();
  return (
    <Button
      component={Link}
      to={paths.register}
      size={first ? 'lg' : 'md'}
      leftSection={<IconUserPlus size={22} aria-hidden="true" />}
      data-action="register"
    >
      {say(first ? 'board.empty.action' : 'board.register')}
    </Button>
  );
}
