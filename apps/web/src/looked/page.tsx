import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LookedPage, LookedPerson } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { Page } from '../app/page';
import { Loaded } from '../app/trouble';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import card from '../parts/card.module.css';
import { Empty } from '../parts/empty';
import list from '../parts/list.module.css';
import { AskLooked } from './ask';

/*
 * Who has looked at the reader's record, under `paths.looked`: data-screen `looked`; each person `[data-looker]`; data-action
 * `more`, `ask-looked`, and those of `ask`.
 */

type Entry = LookedPerson['entries'][number];
type Asked = NonNullable<Entry['ask']>;

export default function LookedRoute() {
  const query = useInfiniteQuery({
    queryKey: ['looked'],
    queryFn: ({ pageParam }): Promise<LookedPage> =>
      body(typed.GET('/api/pages/looked', { params: { query: pageParam ? { after: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
  return (
    <Loaded query={{ data: query.data?.pages, error: query.error, refetch: query.refetch }}>
      {(pages) => (
        <Looked
          days={pages.flatMap((page) => page.days)}
          more={query.hasNextPage ? () => void query.fetchNextPage() : null}
        />
      )}
    </Loaded>
  );
}

function Looked({ days, more }: { days: LookedPage['days']; more: (() => void) | null }) {
  const say = useSay();
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <Page title={say('looked.title')} lead={<p>{say('looked.lead')}</p>} narrow>
      <div data-screen="looked">
        {days.length === 0 && (
          <Empty title={say('looked.empty')}>
            <p>{say('looked.emptyNext')}</p>
          </Empty>
        )}
        {days.map(({ date, dateWords, people }) => (
          <section key={date} className={card.section} data-day={date}>
            <h2 className={card.heading}>{dateWords}</h2>
            <ul className={card.rows}>
              {people.map((person) => (
                <Person key={person.entries[0]?.rowId} person={person} onAsk={setAsked} />
              ))}
            </ul>
          </section>
        ))}
        {more && (
          <div className={list.actions} style={{ marginTop: '1.5rem' }}>
            <Button variant="default" onClick={more} data-action="more">
              {say('looked.older')}
            </Button>
          </div>
        )}
        {asked && <AskLooked asked={asked} onClose={() => setAsked(null)} />}
      </div>
    </Page>
  );
}

function Person({ person, onAsk }: { person: LookedPerson; onAsk: (asked: Asked) => void }) {
  const say = useSay();
  const { who, name, fromWords, entries } = person;
  return (
    <li className={card.card} data-looker={who}>
      <h3 className={list.main} style={{ margin: 0 }}>
        {name ? <Name name={name} both /> : who === 'known' ? null : say(`looked.${who}`)}
      </h3>
      {fromWords && (
        <p className={list.quiet} style={{ margin: 0 }}>
          {fromWords}
        </p>
      )}
      <ul className={list.list}>
        {entries.map((entry) => (
          <li
            key={entry.rowId}
            className={list.row}
            data-deed={entry.refused ? 'refused' : entry.deed}
            data-emergency={entry.emergency || undefined}
          >
            <div className={list.words}>
              <p>{entry.words}</p>
              <p className={list.quiet}>
                {entry.whenWords}
                {entry.times > 1 && ` · ${say('looked.times', { count: entry.times })}`}
              </p>
            </div>
            <Ask entry={entry} onAsk={onAsk} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function Ask({ entry: { ask, words }, onAsk }: { entry: Entry; onAsk: (asked: Asked) => void }) {
  const say = useSay();
  if (!ask) return null;
  return (
    // Its words begin where the others do.
    <Button
      variant="subtle"
      px="xs"
      mx="calc(var(--mantine-spacing-xs) * -1)"
      onClick={() => onAsk(ask)}
      data-action="ask-looked"
    >
      {say('looked.ask')}
      <About name={words} />
    </Button>
  );
}
