import type { HomePage, VisitCard } from '@okaeri/contracts';
import { keys, queries } from '../api/queries';
import { useHome } from '../api/pages';
import { useNotices } from '../api/live';
import { useMe } from '../api/session';
import { Page } from '../app/page';
import { Loaded } from '../app/trouble';
import { useSayOf } from '../locale/say-of';
import card from '../parts/card.module.css';
import { AfterVisits } from './after-visits';
import { NextVisit } from './next-visit';
import { Tasks } from './tasks';
import { TimeOffers } from './time-offers';
import { VisitRow } from './visit-row';

/** A patient's first page: the next visit, one button, and below it what comes later and what was. */
export default function Home() {
  const home = useHome();
  const me = useMe();
  const next = home.data?.next;
  useNotices(
    [
      ...(me ? [{ topic: 'day' as const, id: me.personId }] : []),
      ...(next ? [{ topic: 'visit' as const, id: next.visitId }] : []),
    ],
    () => void queries.invalidateQueries({ queryKey: keys.home }),
  );
  return <Loaded query={home}>{(data) => <HomeOf home={data} />}</Loaded>;
}

function HomeOf({ home }: { home: HomePage }) {
  const say = useSayOf(home.next?.kind);
  return (
    <Page title={say('home.title')} heading={home.next ? say('home.next.title') : say('home.none.title')}>
      <div data-screen="home">
        <TimeOffers offers={home.offers} />
        {home.next ? <NextVisit visit={home.next} /> : <p>{say('home.none.body')}</p>}
        <Tasks home={home} />
        <AfterVisits home={home} />
        <Visits title={say('home.later.title')} visits={home.later} />
        <Visits title={say('home.past.title')} visits={home.past} past />
      </div>
    </Page>
  );
}

function Visits({ title, visits, past = false }: { title: string; visits: VisitCard[]; past?: boolean }) {
  if (visits.length === 0) return null;
  return (
    <section className={card.section}>
      <h2 className={card.heading}>{title}</h2>
      <ul className={card.rows}>
        {visits.map((visit) => (
          <VisitRow key={visit.visitId} visit={visit} past={past} />
        ))}
      </ul>
    </section>
  );
}
