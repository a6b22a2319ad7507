import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { InboxLine } from '@okaeri/contracts';
import { useInbox } from '../api/inbox';
import { keys, queries } from '../api/queries';
import { body, typed } from '../api/typed';
import { Page } from '../app/page';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import { Empty } from '../parts/empty';
import list from '../parts/list.module.css';
import classes from './inbox.module.css';

/* What she was told, under `paths.inbox`: data-screen `inbox`, data-count; data-action `open-notice`, `more`. */

export default function InboxRoute() {
  const query = useInbox();
  return (
    <Loaded query={{ data: query.data?.pages, error: query.error, refetch: query.refetch }}>
      {(pages) => (
        <Inbox
          lines={pages.flatMap((page) => page.items)}
          more={query.hasNextPage ? () => void query.fetchNextPage() : null}
        />
      )}
    </Loaded>
  );
}

function Inbox({ lines, more }: { lines: InboxLine[]; more: (() => void) | null }) {
  const say = useSay();
  const fresh = useFresh(lines);
  return (
    <Page title={say('reach.bell')}>
      <div data-screen="inbox" data-count={lines.length}>
        {lines.length === 0 && (
          <Empty title={say('reach.inbox.empty')}>
            <p>{say('reach.inbox.emptyNext')}</p>
          </Empty>
        )}
        <ul className={list.list}>
          {lines.map((line) => (
            <Line key={line.messageId} line={line} fresh={fresh.has(line.messageId)} />
          ))}
        </ul>
        {more && (
          <Button variant="default" onClick={more} data-action="more">
            {say('reach.inbox.older')}
          </Button>
        )}
      </div>
    </Page>
  );
}

/** Those that were new when she came: they are marked for as long as she looks, and counted no more. */
function useFresh(lines: readonly InboxLine[]): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const unread = lines.flatMap(({ messageId, read }) => (read ? [] : [messageId])).join(' ');
  useEffect(() => {
    if (unread === '') return;
    const messageIds = unread.split(' ');
    setFresh((old) => new Set([...old, ...messageIds]));
    const told = body(typed.POST('/api/me/inbox/read', { body: { messageIds: messageIds.slice(0, 100) } }));
    // What could not be said is said with the next.
    told.then(
      () => void queries.invalidateQueries({ queryKey: keys.inbox }),
      () => undefined,
    );
  }, [unread]);
  return fresh;
}

function Line({ line, fresh }: { line: InboxLine; fresh: boolean }) {
  const say = useSay();
  const { title, text, path, atWords } = line;
  return (
    <li className={list.row} data-notice={line.messageId} data-new={fresh || !line.read}>
      <div className={list.words}>
        <p className={list.main}>
          {(fresh || !line.read) && <span className={classes.new}>{say('reach.inbox.new')}</span>}
          {title}
        </p>
        <p className={classes.text}>{text}</p>
        <p className={list.quiet}>{atWords}</p>
      </div>
      {path && (
        <Button
          component={Link}
          to={path}
          variant="subtle"
          rightSection={<IconChevronRight size={20} aria-hidden="true" />}
          data-action="open-notice"
        >
          {say('reach.inbox.open')}
          <About name={title} />
        </Button>
      )}
    </li>
  );
}
