import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { localeTags, type MailboxMail } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { Page } from '../app/page';
import { Loaded } from '../app/trouble';
import { reachable } from '../files/reachable';
import { useSay } from '../locale/say';
import { BackToMailbox } from './box';
import { Letter } from './letter';
import classes from './mailbox.module.css';

/* One mail under `paths.mail`: data-screen `mail`; data-action `back`, `as-text`, `as-page`, `follow-link`. */

const calendarWords = {
  REQUEST: 'mailbox.calendar.request',
  CANCEL: 'mailbox.calendar.cancel',
  PUBLISH: 'mailbox.calendar.publish',
} as const;

export default function MailPage() {
  const { mailId = '' } = useParams();
  const query = useQuery({
    queryKey: ['mailbox', mailId],
    queryFn: (): Promise<MailboxMail> =>
      body(typed.GET('/api/demo/mailbox/{mailId}', { params: { path: { mailId } } })),
    staleTime: Infinity,
  });
  return <Loaded query={query}>{(mail) => <Mail key={mail.mailId} mail={mail} />}</Loaded>;
}

function Mail({ mail }: { mail: MailboxMail }) {
  const say = useSay();
  const [plain, setPlain] = useState(false);
  const { calendar } = mail;
  const lang = mail.language ? localeTags[mail.language] : undefined;
  return (
    <Page title={mail.subject} heading={<span lang={lang}>{mail.subject}</span>}>
      <div className={classes.mail} data-screen="mail" data-mail={mail.mailId}>
        <BackToMailbox>{say('mailbox.back')}</BackToMailbox>
        <ul className={classes.head}>
          <li>{say('mailbox.from', { address: mail.from })}</li>
          <li>{say('mailbox.to', { address: mail.to })}</li>
          <li>{mail.atWords}</li>
          {calendar && (
            <li className={classes.calendar} data-calendar={calendar.method} data-sequence={calendar.sequence}>
              <IconCalendarEvent size={20} aria-hidden="true" />
              {say(calendarWords[calendar.method], {
                file: calendar.fileName,
                when: calendar.whenWords,
              })}
            </li>
          )}
        </ul>
        <div>
          <Button variant="default" onClick={() => setPlain(!plain)} data-action={plain ? 'as-page' : 'as-text'}>
            {say(plain ? 'mailbox.view.page' : 'mailbox.view.text')}
          </Button>
        </div>
        {plain ? (
          <pre className={classes.plain} lang={lang} {...reachable}>
            {mail.text}
          </pre>
        ) : (
          <Letter html={mail.html} title={say('mailbox.frame', { subject: mail.subject })} />
        )}
        {mail.links.length > 0 && (
          <section>
            <h2 className={classes.heading}>{say('mailbox.links')}</h2>
            <ul className={classes.links}>
              {mail.links.map(({ href, words }) => (
                <li key={href}>
                  <a href={href} data-action="follow-link" lang={lang}>
                    {words}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Page>
  );
}
