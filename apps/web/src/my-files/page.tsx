import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { FilesPage } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { Page } from '../app/page';
import { getReadyPath, paths } from '../app/paths';
import { Loaded } from '../app/trouble';
import { FileRow } from '../files/row';
import { FileViewer } from '../files/viewer';
import { useSay } from '../locale/say';
import { Empty } from '../parts/empty';
import card from '../parts/card.module.css';
import list from '../parts/list.module.css';
import { Everything } from './everything';

/*
 * A patient's files under `paths.myFiles`, by the visit to which they belong: data-screen `my-files`; data-action `more`,
 * `add-files`, `who-looked`, that of `everything` and those of `files/panel`.
 */

export default function MyFilesPage() {
  const query = useInfiniteQuery({
    queryKey: ['files', 'mine'],
    queryFn: ({ pageParam }): Promise<FilesPage> =>
      body(typed.GET('/api/pages/files', { params: { query: pageParam ? { after: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
  return (
    <Loaded query={{ data: query.data?.pages, error: query.error, refetch: query.refetch }}>
      {(pages) => <MyFiles pages={pages} more={query.hasNextPage ? () => void query.fetchNextPage() : null} />}
    </Loaded>
  );
}

type Item = FilesPage['items'][number];

function MyFiles({ pages, more }: { pages: FilesPage[]; more: (() => void) | null }) {
  const say = useSay();
  const [openId, setOpenId] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const items = pages.flatMap((page) => page.items);
  const addTo = pages[0]?.addTo;
  const open = items.find(({ file }) => file.fileId === openId && file.state === 'ready');
  const add = addTo && (
    <Button component={Link} to={getReadyPath(addTo.visitId)} data-action="add-files">
      {say('file.mine.add')}
    </Button>
  );
  return (
    <Page title={say('file.mine.title')}>
      <div data-screen="my-files">
        {open ? (
          <FileViewer file={open.file} onClose={() => setOpenId(null)} level={2} />
        ) : (
          <>
            <p role="status" className={said ? list.main : undefined}>
              {said}
            </p>
            {items.length === 0 && (
              <Empty title={say('file.mine.empty')} action={add}>
                <p>{say('file.mine.emptyNext')}</p>
              </Empty>
            )}
            {byVisit(items).map((group) => (
              <section key={group.key} className={card.section}>
                <h2 className={card.heading}>
                  {say('file.mine.of', { title: group.visit.title, when: group.visit.whenWords })}
                </h2>
                <ul className={list.list}>
                  {group.items.map(({ file }) => (
                    <FileRow
                      key={file.fileId}
                      file={file}
                      onOpen={() => setOpenId(file.fileId)}
                      onRemoved={() => setSaid(say('file.removed', { name: file.name }))}
                    />
                  ))}
                </ul>
              </section>
            ))}
            <div className={list.actions} style={{ marginTop: '1.5rem' }}>
              {more && (
                <Button variant="default" onClick={more} data-action="more">
                  {say('file.mine.older')}
                </Button>
              )}
              {items.length > 0 && add}
              <Button component={Link} to={paths.looked} variant="default" data-action="who-looked">
                {say('looked.title')}
              </Button>
            </div>
            <Everything />
          </>
        )}
      </div>
    </Page>
  );
}

/** In the order of the files: a visit comes where its newest one is. */
function byVisit(items: readonly Item[]): { key: string; visit: Item['visit']; items: Item[] }[] {
  const groups = new Map<string, { key: string; visit: Item['visit']; items: Item[] }>();
  for (const item of items) {
    const key = item.visit.visitId;
    const group = groups.get(key) ?? { key, visit: item.visit, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}
