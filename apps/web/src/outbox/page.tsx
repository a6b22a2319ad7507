import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import { localeTags, type OutboxPage as OutboxPageOf } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { Page } from '../app/page';
import { paths } from '../app/paths';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import { Empty } from '../parts/empty';
import classes from './outbox.module.css';

/* The short messages of the demo world under `paths.outbox`: data-screen `outbox`, data-count; data-to; data-action `back`, `more`. */

type Sms = OutboxPageOf['items'][number];

/** As the mailbox, it asks instead of being told: whoever looks at it need not be signed in. */
const lookMs = 3000;

export default function OutboxRoute() {
  const query = useInfiniteQuery({
    queryKey: ['outbox'],
    queryFn: ({ pageParam }): Promise<OutboxPageOf> =>
      body(typed.GET('/api/demo/outbox', { params: { query: pageParam ? { after: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    refetchInterval: lookMs,
  });
  return (
    <Loaded query={{ data: query.data?.pages, error: query.error, refetch: query.refetch }}>
      {(pages) => (
        <Outbox
          messages={pages.flatMap((page) => page.items)}
          more={query.hasNextPage ? () => void query.fetchNextPage() : null}
        />
      )}
    </Loaded>
  );
}

function Outbox({ messages, more }: { messages: Sms[]; more: (() => void) | null }) {
  const say = useSay();
  return (
    <Page title={say('reach.outbox.title')} lead={<p>{say('reach.outbox.lead')}</p>} narrow>
      <div className={classes.box} data-screen="outbox" data-count={messages.length}>
        <div>
          <Button
            component={Link}
            to={paths.mailbox}
            variant="subtle"
            leftSection={<IconArrowLeft size={22} aria-hidden="true" />}
            data-action="back"
          >
            {say('mailbox.title')}
          </Button>
        </div>
        {messages.length === 0 && (
          <Empty title={say('reach.outbox.empty')}>
            <p>{say('reach.outbox.emptyNext')}</p>
          </Empty>
        )}
        <ul className={classes.messages}>
          {messages.map((sms) => (
            <li key={sms.messageId} data-to={sms.to}>
              <p className={classes.to}>
                {say('mailbox.to', { address: sms.to })} · {sms.atWords}
              </p>
              <p className={classes.bubble} lang={sms.language ? localeTags[sms.language] : undefined}>
                <Words sms={sms} />
              </p>
            </li>
          ))}
        </ul>
        {more && (
          <Button variant="default" onClick={more} data-action="more">
            {say('reach.outbox.older')}
          </Button>
        )}
      </div>
    </Page>
  );
}

/** As a phone shows it: addresses can be pressed. */
function Words({ sms: { text, links } }: { sms: Sms }) {
  return text.split(/(https?:\/\/\S+)/).map((piece, at) =>
    links.includes(piece) ? (
      <a key={at} href={piece} data-action="follow-link">
        {piece}
      </a>
    ) : (
      piece
    ),
  );
}
