import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { FoundSlot, SelfPage, VisitBooked } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { keys } from '../api/queries';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Page } from '../app/page';
import { paths } from '../app/paths';
import { Loaded, Trouble } from '../app/trouble';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Clocks } from '../parts/clocks';
import { Empty } from '../parts/empty';
import classes from './times.module.css';

/** A patient chooses her own time: a few good ones, on her clock and the hospital's, one press and one to be sure. */
export default function TimesRoute() {
  const { episodeId = '' } = useParams();
  // What she has booked stays on the page, though she may choose no more.
  const [booked, setBooked] = useState<VisitBooked | null>(null);
  const times = useQuery({
    queryKey: keys.times(episodeId),
    queryFn: async () =>
      (await body(typed.GET('/api/pages/times/{episodeId}', { params: { path: { episodeId } } }))) as SelfPage,
    enabled: booked === null,
    refetchInterval: 30_000,
  });
  if (booked) return <Done booked={booked} />;
  return <Loaded query={times}>{(page) => <Times page={page} onBooked={setBooked} />}</Loaded>;
}

const first = 3;

function Times({ page, onBooked }: { page: SelfPage; onBooked: (booked: VisitBooked) => void }) {
  const say = useSay();
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const book = useWrite(
    async (startsAt: string, key) =>
      (await body(
        typed.POST('/api/episodes/{episodeId}/book', {
          params: { path: { episodeId: page.episodeId }, header: keyed(key) },
          body: { startsAt },
        }),
      )) as VisitBooked,
  );
  const gone = book.error instanceof ApiError && book.error.code === 'not_available';
  const slots = all ? page.slots : page.slots.slice(0, first);
  return (
    <Page
      title={say('times.title')}
      lead={
        <>
          {page.title} · <Name name={page.physician} both /> · {say('today.day.minutes', { minutes: page.minutes })}
        </>
      }
      narrow
    >
      <div data-screen="times" data-remaining={page.remaining}>
        {book.error &&
          (gone ? (
            <p role="alert" className={classes.gone}>
              {say('times.gone')}
            </p>
          ) : (
            <Trouble error={book.error} />
          ))}
        {page.slots.length === 0 && (
          <Empty title={say('times.none.title')}>
            <p>{say('times.none.body')}</p>
          </Empty>
        )}
        <ul className={card.rows}>
          {slots.map((slot) => (
            <Choice
              key={slot.startsAt}
              slot={slot}
              chosen={chosen === slot.startsAt}
              busy={book.isPending}
              onChoose={(yes) => {
                book.reset();
                setChosen(yes ? slot.startsAt : null);
              }}
              onBook={() => book.mutate(slot.startsAt, { onSuccess: onBooked, onError: () => setChosen(null) })}
            />
          ))}
        </ul>
        {!all && page.slots.length > first && (
          <Button variant="default" size="lg" mt="lg" onClick={() => setAll(true)} data-action="more">
            {say('times.more')}
          </Button>
        )}
      </div>
    </Page>
  );
}

interface ChoiceProps {
  slot: FoundSlot;
  chosen: boolean;
  busy: boolean;
  onChoose: (yes: boolean) => void;
  onBook: () => void;
}

function Choice({ slot, chosen, busy, onChoose, onBook }: ChoiceProps) {
  const say = useSay();
  return (
    <li className={card.card} data-slot={slot.startsAt} data-chosen={chosen || undefined}>
      <Clocks when={slot.when} />
      <p className={classes.reason}>{slot.reason}</p>
      {chosen ? (
        <div className={classes.actions}>
          <Button size="lg" loading={busy} onClick={onBook} data-action="book-self">
            {say('times.yes')}
          </Button>
          <Button size="lg" variant="default" disabled={busy} onClick={() => onChoose(false)} data-action="another">
            {say('times.another')}
          </Button>
        </div>
      ) : (
        <Button
          size="lg"
          variant="default"
          onClick={() => onChoose(true)}
          data-action="take"
          aria-label={say('times.takeOf', { when: slot.when.sentence })}
        >
          {say('times.take')}
        </Button>
      )}
    </li>
  );
}

function Done({ booked }: { booked: VisitBooked }) {
  const say = useSay();
  return (
    <Page title={say('times.done.title')} narrow>
      <div data-screen="times-done" data-status={booked.status} className={classes.done}>
        <Clocks when={booked.when} />
        <p className={card.large} role="status">
          {say(`times.done.${booked.status}`)}
        </p>
        <Button component={Link} to={paths.start} size="lg" data-action="home">
          {say('times.done.home')}
        </Button>
      </div>
    </Page>
  );
}
