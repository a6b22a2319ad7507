import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { MyVisitsPage as MyVisitsPageOf } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useNotices } from '../api/live';
import { queries } from '../api/queries';
import { useMe } from '../api/session';
import { Page } from '../app/page';
import { notePath, visitPath } from '../app/paths';
import { Loaded } from '../app/trouble';
import { About } from '../parts/about';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { useSayOf } from '../locale/say-of';
import { Empty } from '../parts/empty';
import list from '../parts/list.module.css';
import { VisitTitle } from '../parts/visit-title';

/* A patient's visits, those ahead and those behind, under `paths.myVisits`: data-screen `my-visits`; data-action `more`. */

type MyVisit = MyVisitsPageOf['items'][number];

const key = ['my-visits'];

export default function MyVisitsPage() {
  const me = useMe();
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }): Promise<MyVisitsPageOf> =>
      body(typed.GET('/api/pages/my-visits', { params: { query: pageParam ? { after: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
  useNotices(me ? [{ topic: 'day', id: me.personId }] : [], () => void queries.invalidateQueries({ queryKey: key }));
  return (
    <Loaded query={{ data: query.data?.pages, error: query.error, refetch: query.refetch }}>
      {(pages) => (
        <MyVisits
          visits={pages.flatMap((page) => page.items)}
          more={query.hasNextPage ? () => void query.fetchNextPage() : null}
        />
      )}
    </Loaded>
  );
}

function MyVisits({ visits, more }: { visits: MyVisit[]; more: (() => void) | null }) {
  const say = useSay();
  return (
    <Page title={say('visits.title')}>
      <div data-screen="my-visits">
        {visits.length === 0 && (
          <Empty title={say('visits.empty')}>
            <p>{say('visits.emptyNext')}</p>
          </Empty>
        )}
        <ul className={list.list}>
          {visits.map((visit) => (
            <Row key={visit.visitId} visit={visit} />
          ))}
        </ul>
        {more && (
          <Button variant="default" onClick={more} data-action="more">
            {say('visits.older')}
          </Button>
        )}
      </div>
    </Page>
  );
}

function Row({ visit }: { visit: MyVisit }) {
  const say = useSayOf(visit.kind);
  const { date, time } = visit.when.yours;
  const words = say('home.row.when', { date, time });
  return (
    <li className={list.row} data-visit={visit.visitId} data-status={visit.status}>
      <div className={list.words}>
        <p className={list.main}>{words}</p>
        <p>
          <Name name={visit.other} />
        </p>
        <p className={list.quiet}>
          <VisitTitle visit={visit} /> · {say(`status.visit.${visit.status}`)}
        </p>
      </div>
      <div className={list.actions}>
        {visit.noteSigned && (
          <Button component={Link} to={notePath(visit.visitId)} variant="default" data-action="read-note">
            {say('visits.note')}
            <About name={words} />
          </Button>
        )}
        <Button
          component={Link}
          to={visitPath(visit.visitId)}
          variant={visit.door === 'open' ? 'filled' : 'subtle'}
          rightSection={<IconChevronRight size={20} aria-hidden="true" />}
          data-action="open-visit"
        >
          {say('visits.open')}
          <About name={words} />
        </Button>
      </div>
    </li>
  );
}
