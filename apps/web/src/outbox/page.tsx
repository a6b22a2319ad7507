import type { ReactNode } from 'react';
import { localeTags, type OutboxPage as OutboxPageOf } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { Page } from '../app/page';
import { useSay } from '../locale/say';
import { BackToMailbox, Box } from '../mailbox/box';
import { Empty } from '../parts/empty';
import classes from './outbox.module.css';

/* The short messages of the demo world under `paths.outbox`: data-screen `outbox`, data-count; data-to; data-action `back`, `more`. */

type Sms = OutboxPageOf['items'][number];

export default function OutboxRoute() {
  const say = useSay();
  return (
    <Box
      name="outbox"
      read={(query): Promise<OutboxPageOf> => body(typed.GET('/api/demo/outbox', { params: { query } }))}
      older={say('reach.outbox.older')}
    >
      {(messages, more) => <Outbox messages={messages} more={more} />}
    </Box>
  );
}

function Outbox({ messages, more }: { messages: Sms[]; more: ReactNode }) {
  const say = useSay();
  return (
    <Page title={say('reach.outbox.title')} lead={<p>{say('reach.outbox.lead')}</p>} narrow>
      <div className={classes.box} data-screen="outbox" data-count={messages.length}>
        <BackToMailbox>{say('mailbox.title')}</BackToMailbox>
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
        {more}
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
