import { Button } from '@mantine/core';
import { IconCalendarPlus, IconMessage, IconReportMedical } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CasePage } from '@okaeri/contracts';
import { Page } from '../app/page';
import { recordPath, schedulePath, threadPath } from '../app/paths';
import { Name } from '../locale/name';
import { useSayOf } from '../locale/say-of';
import { Empty } from '../parts/empty';
import card from '../parts/card.module.css';
import list from '../parts/list.module.css';
import { AllowDialog } from './allow-dialog';
import classes from './case.module.css';
import { Duplicates } from './duplicates';
import { Patient } from './patient';
import { VisitItem } from './visit-item';
import { WaitDialog } from './wait-dialog';

export function Case({ page }: { page: CasePage }) {
  const { patient, next, visits, team, mayBook, episodeId, thread } = page;
  const say = useSayOf(next?.kind);
  const [allowing, setAllowing] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const others = visits.filter(({ visitId }) => visitId !== next?.visitId);
  const book = mayBook && (
    <Button
      component={Link}
      to={schedulePath(episodeId)}
      size="lg"
      variant={next ? 'default' : 'filled'}
      leftSection={<IconCalendarPlus size={22} aria-hidden="true" />}
      data-action="schedule"
    >
      {say('case.book')}
    </Button>
  );
  return (
    <Page
      title={patient.name.display}
      heading={<Name name={patient.name} both />}
      lead={
        <>
          {page.title}
          {page.treatedWords && ` · ${page.treatedWords}`}
        </>
      }
      wide
    >
      <div className={classes.columns} data-screen="case" data-episode={episodeId}>
        <div className={classes.main}>
          {mayBook && <Duplicates page={page} />}
          <section aria-labelledby="case-next">
            <h2 id="case-next" className={card.heading}>
              {say('case.next')}
            </h2>
            {next ? (
              <VisitItem visit={next} page={page} large />
            ) : (
              <Empty title={say('case.noNext.title')} action={book}>
                <p>{say(mayBook ? 'case.noNext.body' : 'case.noNext.staff')}</p>
              </Empty>
            )}
            {next && book && <p className={classes.more}>{book}</p>}
            {mayBook && (
              <Button variant="subtle" onClick={() => setAllowing(true)} data-action="open-allow">
                {say('allow.open', { name: patient.name.display })}
              </Button>
            )}
            {allowing && <AllowDialog page={page} onClose={() => setAllowing(false)} />}
            {mayBook && (
              <Button variant="subtle" onClick={() => setWaiting(true)} data-action="open-wait">
                {say('waitlist.open', { name: patient.name.display })}
              </Button>
            )}
            {waiting && <WaitDialog page={page} onClose={() => setWaiting(false)} />}
          </section>
          {others.length > 0 && (
            <section className={card.section} aria-labelledby="case-visits">
              <h2 id="case-visits" className={card.heading}>
                {say('case.visits')}
              </h2>
              <ul className={list.list}>
                {others.map((visit) => (
                  <li key={visit.visitId} className={list.row}>
                    <VisitItem visit={visit} page={page} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <aside className={classes.side} aria-label={say('case.about')}>
          <Patient page={page} />
          <section className={card.card} aria-labelledby="case-thread">
            <h2 id="case-thread" className={card.heading}>
              {say('case.messages')}
            </h2>
            <p className={classes.last}>{thread.last ?? say('case.noMessages')}</p>
            <Button
              component={Link}
              to={threadPath(episodeId)}
              variant="default"
              leftSection={<IconMessage size={20} aria-hidden="true" />}
              data-action="open-thread"
            >
              {thread.unread > 0 ? say('case.unread', { count: thread.unread }) : say('case.openThread')}
            </Button>
            <p className={classes.quiet}>{say('case.files', { count: page.files })}</p>
          </section>
          <section className={card.card} aria-labelledby="case-record">
            <h2 id="case-record" className={card.heading}>
              {say('case.record')}
            </h2>
            <Button
              component={Link}
              to={recordPath(patient.personId)}
              variant="default"
              leftSection={<IconReportMedical size={20} aria-hidden="true" />}
              data-action="open-record"
            >
              {say('medical.open')}
            </Button>
          </section>
          {team.length > 0 && (
            <section className={card.card} aria-labelledby="case-team">
              <h2 id="case-team" className={card.heading}>
                {say('register.team')}
              </h2>
              <ul className={list.list}>
                {team.map(({ personId, name, role }) => (
                  <li key={personId} className={list.row}>
                    <div className={list.words}>
                      <p className={list.main}>
                        <Name name={name} both />
                      </p>
                      <p className={list.quiet}>{say(`role.${role}`)}</p>
                    </div>
                  </li>
                ))}
              </ul>
              {page.treatment && <p className={classes.quiet}>{page.treatment}</p>}
            </section>
          )}
        </aside>
      </div>
    </Page>
  );
}
