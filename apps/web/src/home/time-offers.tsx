import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { HomePage } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import card from '../parts/card.module.css';
import { Clocks } from '../parts/clocks';
import classes from './home.module.css';

type Offer = HomePage['offers'][number];
type Answer = 'accept' | 'decline';

/** Times that became free and are kept for her until she has answered. */
export function TimeOffers({ offers }: { offers: readonly Offer[] }) {
  const say = useSay();
  const [said, setSaid] = useState<Answer | null>(null);
  return (
    <>
      {said && (
        <p className={card.note} role="status" data-said={said}>
          {say(`home.offer.said.${said}`)}
        </p>
      )}
      {offers.length > 0 && (
        <section className={card.section} aria-labelledby="home-offers" data-screen="home-offers">
          <h2 id="home-offers" className={card.heading}>
            {say('home.offer.title')}
          </h2>
          <ul className={card.rows}>
            {offers.map((offer) => (
              <TimeOffer key={offer.waitlistId} offer={offer} onSaid={setSaid} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function TimeOffer({ offer, onSaid }: { offer: Offer; onSaid: (answer: Answer) => void }) {
  const say = useSay();
  const answer = useWrite((said: Answer, key) =>
    body(
      typed.POST('/api/waitlist/{waitlistId}/answer', {
        params: { path: { waitlistId: offer.waitlistId }, header: keyed(key) },
        body: { answer: said },
      }),
    ),
  );
  const give = (said: Answer) => answer.mutate(said, { onSuccess: () => onSaid(said) });
  const about = <About name={offer.when.sentence} />;
  return (
    <li className={card.card} data-offer={offer.waitlistId}>
      <p className={classes.relative}>{offer.when.relative}</p>
      <h3 className={classes.name}>
        <Name name={offer.physician} both />
      </h3>
      <p className={classes.where}>{offer.institution}</p>
      <Clocks when={offer.when} />
      <p className={classes.hint}>{say('home.offer.until', { until: offer.untilWords })}</p>
      {answer.error && <Trouble error={answer.error} />}
      <div className={classes.action}>
        <Button
          size="lg"
          className={classes.button}
          loading={answer.isPending && answer.variables === 'accept'}
          disabled={answer.isPending}
          leftSection={<IconCheck size={22} aria-hidden="true" />}
          onClick={() => give('accept')}
          data-action="take-offer"
        >
          {say('home.offer.accept')}
          {about}
        </Button>
        <Button
          size="lg"
          variant="default"
          className={classes.button}
          loading={answer.isPending && answer.variables === 'decline'}
          disabled={answer.isPending}
          leftSection={<IconX size={22} aria-hidden="true" />}
          onClick={() => give('decline')}
          data-action="leave-offer"
        >
          {say('home.offer.decline')}
          {about}
        </Button>
      </div>
    </li>
  );
}
