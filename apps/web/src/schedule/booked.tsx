import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { isAhead, type PersonName } from '@okaeri/contracts';
import { useCase } from '../api/work';
import { Page, PageSkeleton } from '../app/page';
import { casePath } from '../app/paths';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import { Asked } from '../parts/asked';
import card from '../parts/card.module.css';
import { Clocks } from '../parts/clocks';
import classes from './schedule.module.css';

interface BookedProps {
  episodeId: string;
  visitId: string;
  patient: PersonName;
  onMore: () => void;
}

/** What has become of it: asked, or booked. It follows by itself while an interpreter makes up her mind. */
export function Booked({ episodeId, visitId, patient, onMore }: BookedProps) {
  const say = useSay();
  const found = useCase(episodeId);
  return (
    <Loaded query={found}>
      {(page) => {
        const visit = page.visits.find((each) => each.visitId === visitId);
        // What is not there yet is on its way; what is gone was called off meanwhile.
        if (!visit && found.isFetching) return <PageSkeleton />;
        const pending = visit?.status === 'pending';
        const ahead = visit !== undefined && isAhead(visit.status);
        const title = pending
          ? say('schedule.pending.title')
          : ahead
            ? say('schedule.booked.title')
            : say(`status.visit.${visit?.status ?? 'lapsed'}`);
        return (
          <Page title={title}>
            <div data-screen="booked" data-visit={visitId} data-status={visit?.status}>
              {(pending || ahead) && (
                <p className={card.large} role="status">
                  {say(pending ? 'schedule.pending.body' : 'schedule.booked.body', { name: patient.display })}
                </p>
              )}
              {visit && (
                <div className={classes.booked}>
                  <Clocks when={visit.when} />
                  <Asked visit={visit} mayWrite={page.mayBook} />
                </div>
              )}
              <div className={classes.actions}>
                <Button component={Link} to={casePath(episodeId)} size="lg" data-action="open-case">
                  {say('schedule.toCase')}
                </Button>
                <Button variant="default" size="lg" onClick={onMore} data-action="more-times">
                  {say('schedule.another')}
                </Button>
              </div>
            </div>
          </Page>
        );
      }}
    </Loaded>
  );
}
