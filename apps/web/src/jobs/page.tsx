import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { localeTags, type JobsPage } from '@okaeri/contracts';
import { useNotices } from '../api/live';
import { keys, queries } from '../api/queries';
import { useMe } from '../api/session';
import { useConfirm, useJobs } from '../api/work';
import { Page } from '../app/page';
import { visitPath } from '../app/paths';
import { Loaded, Trouble } from '../app/trouble';
import { useLocale } from '../locale/locale';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import { BookedThings } from '../parts/booked-things';
import { CannotCome } from '../parts/cannot-come';
import card from '../parts/card.module.css';
import { Clocks } from '../parts/clocks';
import { Empty } from '../parts/empty';
import { languageNames } from '../people/languages';
import classes from './jobs.module.css';
import { Offers } from './offers';

type Job = JobsPage['items'][number];

/** An interpreter's visits: the next one first, with both clocks and the two languages. */
export default function JobsRoute() {
  const me = useMe();
  const jobs = useJobs();
  useNotices(
    me ? [{ topic: 'day', id: me.personId }] : [],
    () => void queries.invalidateQueries({ queryKey: keys.jobs }),
  );
  const items = jobs.data?.pages.flatMap((page) => page.items) ?? [];
  const more = jobs.hasNextPage ? () => void jobs.fetchNextPage() : null;
  return (
    <Loaded query={{ data: jobs.data?.pages[0], error: jobs.error, refetch: jobs.refetch }}>
      {(first) => (
        <Jobs now={first.now} offers={first.offers} items={items} more={more} loading={jobs.isFetchingNextPage} />
      )}
    </Loaded>
  );
}

interface JobsProps {
  now: JobsPage['now'];
  offers: JobsPage['offers'];
  items: readonly Job[];
  more: (() => void) | null;
  loading: boolean;
}

function Jobs({ now, offers, items, more, loading }: JobsProps) {
  const say = useSay();
  const over = (job: Job) => job.door === 'over' || job.status === 'cancelled' || job.status === 'noshow';
  const ahead = items.filter((job) => !over(job));
  const past = items.filter(over);
  // One button stands out on the page: the open room's, else the next job's.
  const leading = ahead.find(({ door }) => door === 'open') ?? ahead[0];
  return (
    <Page title={say('jobs.title')} lead={`${now.date} · ${now.place}`}>
      <div data-screen="jobs">
        <Offers offers={offers} />
        {ahead.length === 0 && offers.length === 0 && (
          <Empty title={say('jobs.empty.title')}>
            <p>{say('jobs.empty.body')}</p>
          </Empty>
        )}
        <ul className={card.rows}>
          {ahead.map((job) => (
            <JobCard key={job.visitId} job={job} first={job === leading} />
          ))}
        </ul>
        {past.length > 0 && (
          <section className={card.section} aria-labelledby="jobs-past">
            <h2 id="jobs-past" className={card.heading}>
              {say('jobs.past')}
            </h2>
            <ul className={card.rows}>
              {past.map((job) => (
                <li key={job.visitId} className={classes.past}>
                  <span className={classes.when}>
                    {say('home.row.when', { date: job.when.yours.date, time: job.when.yours.time })}
                  </span>
                  <Name name={job.other} />
                  <span className={classes.quiet}>{say(`status.visit.${job.status}`)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {more && (
          <Button variant="default" mt="lg" loading={loading} onClick={more} data-action="more">
            {say('common.more')}
          </Button>
        )}
      </div>
    </Page>
  );
}

function JobCard({ job, first }: { job: Job; first: boolean }) {
  const say = useSay();
  const { locale } = useLocale();
  const confirm = useConfirm(job.visitId);
  const open = job.door === 'open';
  const names = job.interprets ? languageNames(job.interprets, localeTags[locale]) : [];
  return (
    <li className={card.card} data-visit={job.visitId}>
      <p className={classes.relative}>{open ? say('home.next.openNow') : job.when.relative}</p>
      <h2 className={classes.name}>
        <Name name={job.other} both />
      </h2>
      <p className={classes.quiet}>{job.institution}</p>
      {names[0] && names[1] && (
        <p className={classes.languages}>{say('jobs.languages', { first: names[0], second: names[1] })}</p>
      )}
      <Clocks when={job.when} />
      <BookedThings things={job.things} />
      {job.movedFrom && <p className={classes.moved}>{say('home.moved', { before: job.movedFrom })}</p>}
      {confirm.error && <Trouble error={confirm.error} />}
      <div className={classes.actions}>
        {job.confirmed === false && (
          <Button
            size="lg"
            variant={first && !open ? 'filled' : 'default'}
            loading={confirm.isPending}
            leftSection={<IconCheck size={22} aria-hidden="true" />}
            onClick={() => confirm.mutate(null)}
            data-action="confirm"
          >
            {say('home.confirm')}
            <About name={job.other.display} />
          </Button>
        )}
        <Button
          component={Link}
          to={visitPath(job.visitId)}
          size="lg"
          variant={first && (open || job.confirmed !== false) ? 'filled' : 'default'}
          data-action="open-visit"
        >
          {say('today.day.open')}
          <About name={job.other.display} />
        </Button>
        {job.confirmed && <p className={classes.confirmed}>{say('home.confirmed')}</p>}
        {!open && <CannotCome visit={job} />}
      </div>
    </li>
  );
}
