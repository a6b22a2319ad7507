import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import type { ThreadPage as ThreadPageOf } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useNotices } from '../api/live';
import { queries } from '../api/queries';
import { Page } from '../app/page';
import { Loaded } from '../app/trouble';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import { localeTags } from '@okaeri/contracts';
import { Message } from './message';
import classes from './thread.module.css';
import { Write } from './write';

/*
 * The thread of a case, under `paths.thread`: data-screen `thread`; data-action `send`, `older`; the field
 * `[data-field=message]`.
 */

const backstopMs = 20_000;

/** What a patient and the people who treat her write to each other. */
export default function ThreadPage() {
  const { episodeId = '' } = useParams();
  const key = ['thread', episodeId];
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }): Promise<ThreadPageOf> => {
      const query = pageParam ? { after: pageParam } : {};
      return body(typed.GET('/api/episodes/{episodeId}/messages', { params: { path: { episodeId }, query } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    refetchInterval: backstopMs,
  });
  useNotices([{ topic: 'episode', id: episodeId }], () => void queries.invalidateQueries({ queryKey: key }));
  const pages = query.data?.pages;
  const first = pages?.[0];
  const newest = first?.items[0]?.messageId;
  const unread = first?.unread ?? 0;
  useEffect(() => {
    if (!newest || unread === 0 || document.visibilityState === 'hidden') return;
    // Asked again with the next message, should this get lost.
    void body(
      typed.POST('/api/episodes/{episodeId}/messages/seen', {
        params: { path: { episodeId } },
        body: { messageId: newest },
      }),
    ).catch(() => undefined);
  }, [newest, unread, episodeId]);
  return (
    <Loaded query={{ data: pages, error: query.error, refetch: query.refetch }}>
      {(loaded) => <ThreadOf pages={loaded} older={query.hasNextPage ? () => void query.fetchNextPage() : null} />}
    </Loaded>
  );
}

function ThreadOf(props: { pages: ThreadPageOf[]; older: (() => void) | null }) {
  const say = useSay();
  const { locale } = useLocale();
  const { pages, older } = props;
  const [first] = pages;
  if (!first) return null;
  const items = pages.flatMap((page) => page.items).toReversed();
  const names = new Intl.ListFormat(localeTags[locale]).format(first.readers.map(({ display }) => display));
  return (
    <Page title={say('thread.title')} lead={<p>{first.title}</p>} narrow>
      <div className={classes.thread} data-screen="thread">
        {older && (
          <Button variant="default" onClick={older} data-action="older">
            {say('thread.older')}
          </Button>
        )}
        <div role="log" aria-label={say('thread.title')}>
          {items.length === 0 && <p className={classes.quiet}>{say('thread.empty')}</p>}
          <ol className={classes.messages}>
            {items.map((message) => (
              <Message key={message.messageId} message={message} />
            ))}
          </ol>
        </div>
        <Write episodeId={first.episodeId} />
        <p className={classes.quiet}>{say('thread.readers', { names, institution: first.institution })}</p>
        <p className={classes.quiet}>{say('thread.urgent')}</p>
      </div>
    </Page>
  );
}
