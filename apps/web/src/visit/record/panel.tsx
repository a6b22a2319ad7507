import { Skeleton } from '@mantine/core';
import { Suspense, useState } from 'react';
import { isKeptBack } from '../../api/kept-back';
import { later } from '../../app/later';
import { Trouble } from '../../app/trouble';
import { useSay } from '../../locale/say';
import { Brief } from '../../record/brief';
import { Closed } from '../../record/closed';
import { Partly } from '../../record/partly';
import { Section } from '../../record/section';
import { tabs, type Tab } from '../../record/tabs';
import { useBrief, useRecord, useRecordNews } from '../../record/use-record';
import type { RoomProps } from '../call/props';
import { FromRecord } from '../tour/from-record';
import classes from './record.module.css';

const Timeline = later(() => import('../../record/timeline'));
const Trends = later(() => import('../../record/trends'));

/*
 * The patient's record beside the call, for those who treat her: data-screen `record-panel` with data-tab, data-to on each way of
 * reading; of `all`: data-action `look-series`, `show-picture`, `close-series`. What she takes back meanwhile closes here at once.
 */

export default function RecordPanel(room: RoomProps) {
  const say = useSay();
  const [tab, setTab] = useState<Tab>('brief');
  const personId = room.page.recordOf ?? '';
  const { data, error, refetch } = useBrief(personId);
  useRecordNews(personId);
  if (isKeptBack(error)) return <Closed />;
  if (!data) return error ? <Trouble error={error} again={() => void refetch()} /> : <Waiting />;
  return (
    <section className={classes.panel} data-screen="record-panel" data-tab={tab}>
      {data.partly && <Partly personId={personId} />}
      <div className={classes.tabs} role="group" aria-label={say('reading.tabs')}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            className={classes.tab}
            aria-pressed={each === tab}
            onClick={() => setTab(each)}
            data-to={each}
          >
            {say(`reading.tab.${each}`)}
          </button>
        ))}
      </div>
      <Suspense fallback={<Waiting />}>
        {tab === 'brief' && <Brief page={data} onTab={setTab} />}
        {tab === 'timeline' && <Timeline personId={personId} />}
        {tab === 'trends' && <Trends personId={personId} />}
        {tab === 'all' && <All {...room} personId={personId} />}
      </Suspense>
    </section>
  );
}

const Waiting = () => <Skeleton height={240} radius="lg" />;

/** Its pictures, each of which can be shown to everybody, and below them each part in words. */
function All({ page, seat: { call, state }, personId }: RoomProps & { personId: string }) {
  const { data, error, refetch } = useRecord(personId);
  const { showing = null } = state ?? {};
  return (
    <FromRecord
      personId={personId}
      visitId={page.card.visitId}
      files={page.files}
      disabled={!page.mayAddFiles || (showing !== null && showing.seatId !== page.me.seatId)}
      onShow={(fileId) => void call?.show('tour', fileId)}
    >
      {data ? (
        data.sections.map((section) => <Section key={section.key} section={section} />)
      ) : error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </FromRecord>
  );
}
