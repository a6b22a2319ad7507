import { Suspense } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { BriefPage } from '@okaeri/contracts';
import { isKeptBack } from '../api/kept-back';
import { useMe } from '../api/session';
import { later } from '../app/later';
import { NotFound } from '../app/not-found';
import { Page, PageSkeleton } from '../app/page';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import { Brief } from './brief';
import classes from './reading.module.css';
import { Partly } from './partly';
import { Record } from './record';
import { tabs } from './tabs';
import { useBrief, useRecordNews } from './use-record';

/*
 * A patient's record under `paths.record`, her own, or `paths.recordOf`: data-screen `record` with data-tab; of `all`: data-action
 * `bring-record`, `bring-folder`, `stop-bring`, `open-series`, `show-became`, `show-report`, `save-original`, `export-record`; data-field `record`; of `timeline`: data-action `kind`, `more`.
 */

const Timeline = later(() => import('./timeline'));
const Trends = later(() => import('./trends'));

export default function RecordRoute() {
  const { personId } = useParams();
  const me = useMe();
  const id = personId ?? me?.personId ?? '';
  const query = useBrief(id);
  useRecordNews(id);
  if (id === '' || isKeptBack(query.error)) return <NotFound />;
  return <Loaded query={query}>{(page) => <Reading page={page} />}</Loaded>;
}

/** Who treats her begins with what matters now; she herself with what she can do. */
function Reading({ page }: { page: BriefPage }) {
  const say = useSay();
  const [search] = useSearchParams();
  const { patient, mine } = page;
  const asked = tabs.find((each) => each === search.get('tab'));
  const tab = asked ?? (mine ? 'all' : 'brief');
  return (
    <Page
      title={mine ? say('medical.title') : say('medical.of', { name: patient.name.display })}
      lead={mine ? null : patient.bornWords}
    >
      <div data-screen="record" data-patient={patient.personId} data-tab={tab}>
        {page.partly && <Partly personId={patient.personId} />}
        <nav className={classes.tabs} aria-label={say('reading.tabs')}>
          {tabs.map((each) => (
            <Link
              key={each}
              to={`?tab=${each}`}
              replace
              preventScrollReset
              className={classes.tab}
              aria-current={each === tab ? 'page' : undefined}
              data-to={each}
            >
              {say(`reading.tab.${each}`)}
            </Link>
          ))}
        </nav>
        <Suspense fallback={<PageSkeleton />}>
          {tab === 'brief' && <Brief page={page} />}
          {tab === 'timeline' && <Timeline personId={patient.personId} />}
          {tab === 'trends' && <Trends personId={patient.personId} />}
          {tab === 'all' && <Record personId={patient.personId} />}
        </Suspense>
      </div>
    </Page>
  );
}
