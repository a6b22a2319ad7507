import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useNotices } from '../api/live';
import { queries } from '../api/queries';
import { useMe } from '../api/session';
import { useSay } from '../locale/say';
import { Empty } from '../parts/empty';
import classes from './board.module.css';

/** What is typed and pressed above the rows of a board, and what of it is asked for. */
export function useFilter<Name extends string>() {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const [blocker, setBlocker] = useState<Name | ''>('');
  return { asked: { q, blocker }, typed, setTyped, blocker, setBlocker };
}

/** What another changes at one of the reader's hospitals shows at once. */
export function useOthers(queryKey: readonly string[]): void {
  const me = useMe();
  useNotices(
    (me?.institutions ?? []).map(({ institutionId }) => ({ topic: 'institution' as const, id: institutionId })),
    () => void queries.invalidateQueries({ queryKey }),
  );
}

interface Further {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

interface FilteredProps<Name extends string> {
  filter: ReturnType<typeof useFilter<Name>>;
  chips: readonly { name: Name | ''; words: string; count: number }[];
  /** Of the list, for who cannot see it. */
  label: string;
  /** Said where nothing fits what is asked for. */
  none: string;
  /** Beside the search. */
  action?: ReactNode;
  query: Further;
  /** One row each. */
  children: ReactNode[];
}

/** A search, a chip for each thing that stands in the way, the rows, and more of them. */
export function Filtered<Name extends string>(props: FilteredProps<Name>) {
  const { filter, chips, label, none, action, query, children } = props;
  const say = useSay();
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          type="search"
          className={classes.search}
          aria-label={say('board.search')}
          placeholder={say('board.search')}
          leftSection={<IconSearch size={20} aria-hidden="true" />}
          value={filter.typed}
          onChange={(event) => filter.setTyped(event.currentTarget.value)}
          autoComplete="off"
        />
        {action}
      </div>
      <div role="group" aria-label={say('board.filter')} className={classes.chips}>
        {chips.map(({ name, words, count }) => (
          <button
            key={name}
            type="button"
            className={classes.chip}
            aria-pressed={filter.blocker === name}
            onClick={() => filter.setBlocker(filter.blocker === name ? '' : name)}
            data-action={`filter-${name || 'all'}`}
          >
            {words} <span className={classes.count}>{count}</span>
          </button>
        ))}
      </div>
      {children.length === 0 ? (
        <Empty title={none}>
          <p>{say('board.none.body')}</p>
        </Empty>
      ) : (
        <ul className={classes.rows} aria-label={label}>
          {children}
        </ul>
      )}
      {query.hasNextPage && (
        <Button
          variant="default"
          mt="lg"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
          data-action="more"
        >
          {say('common.more')}
        </Button>
      )}
    </>
  );
}
