import { Button, VisuallyHidden } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled, IconCircleDot, IconMail } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { StagePage } from '@okaeri/contracts';
import { useStage } from '../api/pages';
import { Page } from '../app/page';
import { paths } from '../app/paths';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { PersonCard, PersonRow } from './people';
import classes from './stage.module.css';

/** The first page of the demo world: one visit that is waiting now, and a window for each of its people. */
export default function Stage() {
  const stage = useStage();
  return <Loaded query={stage}>{(data) => <StageOf stage={data} />}</Loaded>;
}

function StageOf({ stage }: { stage: StagePage }) {
  const say = useSay();
  const { visit, people, others, tour, lan } = stage;
  return (
    <Page
      wide
      title={say('stage.title')}
      lead={<p className={classes.lead}>{say('stage.lead', { title: visit.title })}</p>}
    >
      <div className={classes.columns}>
        <section aria-labelledby="stage-people">
          <h2 id="stage-people" className={card.heading}>
            {say(lan ? 'stage.people.lan' : 'stage.people.title')}
          </h2>
          <ul className={classes.people}>
            {people.map((person) => (
              <PersonCard key={person.persona} person={person} lan={lan} />
            ))}
          </ul>
        </section>
        <div>
          <Tour tour={tour} />
          <MailboxCard mailbox={stage.mailbox} />
        </div>
      </div>
      {others.length > 0 && (
        <section className={card.section} aria-labelledby="stage-others">
          <h2 id="stage-others" className={card.heading}>
            {say('stage.others.title')}
          </h2>
          <ul className={classes.others}>
            {others.map((person) => (
              <PersonRow key={person.persona} person={person} lan={lan} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

/** What was written to the people of the demo world; it goes nowhere else. */
function MailboxCard({ mailbox }: { mailbox: StagePage['mailbox'] }) {
  const say = useSay();
  return (
    <section className={classes.mailbox} aria-labelledby="stage-mailbox">
      <h2 id="stage-mailbox" className={card.heading}>
        {say('stage.mailbox.title')}
      </h2>
      <p className={classes.note}>{mailbox?.last ?? say('stage.mailbox.body')}</p>
      <Button
        component={Link}
        to={paths.mailbox}
        variant="default"
        leftSection={<IconMail size={20} aria-hidden="true" />}
        data-action="open-mailbox"
      >
        {mailbox ? say('stage.mailbox.open', { count: mailbox.count }) : say('stage.mailbox.title')}
      </Button>
    </section>
  );
}

/** Ticks itself: the steps are read from the visit, not from clicks on this page. */
function Tour({ tour }: { tour: StagePage['tour'] }) {
  const say = useSay();
  const next = tour.findIndex((one) => !one.done);
  return (
    <section className={classes.tour} aria-labelledby="stage-tour">
      <h2 id="stage-tour" className={card.heading}>
        {say('stage.tour.title')}
      </h2>
      <ol className={classes.steps}>
        {tour.map(({ step, done }, at) => {
          const Icon = done ? IconCircleCheckFilled : at === next ? IconCircleDot : IconCircle;
          return (
            <li
              key={step}
              className={classes.step}
              data-done={done || undefined}
              data-next={at === next || undefined}
              aria-current={at === next ? 'step' : undefined}
            >
              <Icon size={24} aria-hidden="true" />
              <span>
                {say(`stage.tour.${step}`)}
                {done && <VisuallyHidden> {say('stage.tour.done')}</VisuallyHidden>}
              </span>
            </li>
          );
        })}
      </ol>
      <p className={classes.note}>{say('stage.tour.note')}</p>
    </section>
  );
}
