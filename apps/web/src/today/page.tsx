import { useState } from 'react';
import { Link } from 'react-router';
import type { TodayPage, VisitCard } from '@okaeri/contracts';
import { useNotices } from '../api/live';
import { useToday } from '../api/pages';
import { keys, queries } from '../api/queries';
import { useMe } from '../api/session';
import { Page } from '../app/page';
import { paths } from '../app/paths';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { CancelVisit } from './cancel-visit';
import { NotesToSign } from './notes-to-sign';
import { Timeline } from './timeline';
import { waitingIn } from './waiting';
import { WaitingNow } from './waiting-now';

/** The day of those who treat, coordinate and interpret: who waits now first, then the hours. */
export default function Today() {
  const today = useToday();
  const me = useMe();
  const visits = today.data ? [...today.data.visits, ...today.data.later] : [];
  useNotices(
    [
      ...(me ? [{ topic: 'day' as const, id: me.personId }] : []),
      ...visits.map(({ visitId }) => ({ topic: 'visit' as const, id: visitId })),
    ],
    () => void queries.invalidateQueries({ queryKey: keys.today }),
  );
  return <Loaded query={today}>{(data) => <TodayOf today={data} />}</Loaded>;
}

function TodayOf({ today }: { today: TodayPage }) {
  const say = useSay();
  const me = useMe();
  const [cancelling, setCancelling] = useState<VisitCard | null>(null);
  const waiting = waitingIn(today.visits, me);
  const first = waiting[0];
  const title = first
    ? say('today.waiting.tab', { count: waiting.length, name: first.person.name.display })
    : say('today.title');
  const mayCancel = me?.roles.some((role) => role === 'physician' || role === 'coordinator') ?? false;
  const cancel = mayCancel ? setCancelling : undefined;
  return (
    <Page title={title} heading={say('today.title')} lead={`${today.now.date} · ${today.now.place}`}>
      <div data-screen="today">
        <WaitingNow waiting={waiting} />
      </div>
      <section className={card.section} aria-labelledby="today-day">
        <h2 id="today-day" className={card.heading}>
          {say('today.day.title')}
        </h2>
        {today.visits.length > 0 ? (
          <Timeline visits={today.visits} now={today.now} onCancel={cancel} />
        ) : (
          <p>{say('today.day.none')}</p>
        )}
      </section>
      {me?.roles.includes('physician') && <NotesToSign />}
      {today.later.length > 0 && (
        <section className={card.section} aria-labelledby="today-later">
          <h2 id="today-later" className={card.heading}>
            {say('today.later.title')}
          </h2>
          <Timeline visits={today.later} dated onCancel={cancel} />
        </section>
      )}
      <p className={card.section}>
        <Link to={paths.glass} data-action="glass">
          {say('glass.title')}
        </Link>
      </p>
      {cancelling && <CancelVisit visit={cancelling} onClose={() => setCancelling(null)} />}
    </Page>
  );
}
