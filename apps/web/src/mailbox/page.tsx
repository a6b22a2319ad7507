import { Button } from '@mantine/core';
import { IconCalendarEvent, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { localeTags, type MailboxLine, type MailboxPage as MailboxPageOf } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { Page } from '../app/page';
import { mailPath, paths } from '../app/paths';
import { useSay } from '../locale/say';
import { Empty } from '../parts/empty';
import { Box } from './box';
import classes from './mailbox.module.css';

/* The mails of the demo world under `paths.mailbox`: data-screen `mailbox`; data-action `open-mail` (with
 * data-to and data-calendar), `more`. */

export default function MailboxPage() {
  const say = useSay();
  return (
    <Box
      name="mailbox"
      read={(query): Promise<MailboxPageOf> => body(typed.GET('/api/demo/mailbox', { params: { query } }))}
      older={say('mailbox.older')}
    >
      {(lines, more) => <Mailbox lines={lines} more={more} />}
    </Box>
  );
}

function Mailbox({ lines, more }: { lines: MailboxLine[]; more: ReactNode }) {
  const say = useSay();
  return (
    <Page
      title={say('mailbox.title')}
      lead={
        <>
          <p>{say('mailbox.lead')}</p>
          <Button
            component={Link}
            to={paths.outbox}
            variant="subtle"
            rightSection={<IconChevronRight size={22} aria-hidden="true" />}
            data-action="open-outbox"
          >
            {say('reach.outbox.title')}
          </Button>
        </>
      }
    >
      <div data-screen="mailbox" data-count={lines.length}>
        {lines.length === 0 && <Empty title={say('mailbox.empty')} />}
        <ul className={classes.lines}>
          {lines.map((line) => (
            <Line key={line.mailId} line={line} />
          ))}
        </ul>
        {more}
      </div>
    </Page>
  );
}

function Line({ line }: { line: MailboxLine }) {
  const say = useSay();
  return (
    <li>
      <Link
        to={mailPath(line.mailId)}
        className={classes.line}
        data-link
        data-action="open-mail"
        data-to={line.to}
        data-calendar={line.calendar}
      >
        <span className={classes.words}>
          <span className={classes.subject} lang={line.language ? localeTags[line.language] : undefined}>
            {line.subject}
          </span>
          <span className={classes.quiet}>
            {say('mailbox.to', { address: line.to })} · {line.atWords}
          </span>
          {line.calendar && (
            <span className={classes.calendar}>
              <IconCalendarEvent size={20} aria-hidden="true" />
              {say('mailbox.calendar.has')}
            </span>
          )}
        </span>
        <IconChevronRight size={22} aria-hidden="true" />
      </Link>
    </li>
  );
}
