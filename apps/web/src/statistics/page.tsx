import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { StatisticsPage } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { body, typed } from '../api/typed';
import { NotFound } from '../app/not-found';
import { Page } from '../app/page';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import { Empty } from '../parts/empty';
import { useInstitution } from '../people/institution';
import { Groups } from './groups';
import { Legend } from './legend';
import { Period } from './period';
import classes from './statistics.module.css';
import { Summary } from './summary';
import { Weeks } from './weeks';

/** What became of the visits of a hospital: `paths.statistics`, data-screen `statistics`. */
export default function StatisticsRoute() {
  const { institutionId, choice } = useInstitution();
  const [search, setSearch] = useSearchParams();
  const chosen = { ...dayIn(search, 'from'), ...dayIn(search, 'to') };
  const query = { ...chosen, ...(institutionId ? { institutionId } : {}) };
  const statistics = useQuery({
    queryKey: [...keys.statistics, query],
    queryFn: (): Promise<StatisticsPage> => body(typed.GET('/api/pages/statistics', { params: { query } })),
    enabled: Boolean(institutionId),
    // The days before stay while others are counted.
    placeholderData: keepPreviousData,
  });
  // Days that cannot be counted leave those on the page that were: the form beside them says what is wrong.
  const [last, setLast] = useState<StatisticsPage>();
  useEffect(() => {
    if (statistics.data) setLast(statistics.data);
  }, [statistics.data]);
  if (!institutionId) return <NotFound />;
  return (
    <Loaded query={{ ...statistics, data: statistics.data ?? last }}>
      {(page) => (
        <Statistics
          page={page}
          choice={choice}
          error={statistics.error}
          onPeriod={(period) => setSearch(period, { replace: true })}
        />
      )}
    </Loaded>
  );
}

/** Days of an address that somebody has changed by hand are passed over. */
function dayIn(search: URLSearchParams, name: 'from' | 'to'): { from?: string; to?: string } {
  const day = search.get(name);
  return day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { [name]: day } : {};
}

interface StatisticsProps {
  page: StatisticsPage;
  choice: ReactNode;
  error: unknown;
  onPeriod: (period: { from: string; to: string }) => void;
}

function Statistics({ page, choice, error, onPeriod }: StatisticsProps) {
  const say = useSay();
  const { fromWords, toWords, weeks, byLead, byHour, byReminder } = page;
  return (
    <Page title={say('statistics.title')} lead={say('statistics.week', { from: fromWords, to: toWords })} wide>
      <div data-screen="statistics" data-weeks={weeks.length} className={classes.page}>
        {choice}
        <Period key={`${page.from} ${page.to}`} page={page} error={error} onPeriod={onPeriod} />
        {weeks.length === 0 ? (
          <Empty title={say('statistics.empty.title')}>
            <p>{say('statistics.empty.body')}</p>
          </Empty>
        ) : (
          <>
            <Summary weeks={weeks} />
            <Legend />
            <Weeks weeks={weeks} />
            <div className={classes.groups}>
              <Groups title={say('statistics.byLead')} rows={byLead} />
              <Groups title={say('statistics.byHour')} rows={byHour} />
              <Groups title={say('statistics.byReminder')} rows={byReminder} hint={say('statistics.byReminder.hint')} />
            </div>
          </>
        )}
      </div>
    </Page>
  );
}
