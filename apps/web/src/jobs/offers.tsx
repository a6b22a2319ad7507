import { useState } from 'react';
import { localeTags, type JobsPage } from '@okaeri/contracts';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import card from '../parts/card.module.css';
import { Clocks } from '../parts/clocks';
import { languageNames } from '../people/languages';
import { AnswerButtons } from './answer-buttons';
import classes from './jobs.module.css';
import { SeriesOffer } from './series-offer';
import { useAnswer } from './use-answer';

type Offer = JobsPage['offers'][number];

/** What she is asked for: when, how long and between which languages; of the patient nothing before she has accepted. */
export function Offers({ offers }: { offers: readonly Offer[] }) {
  const say = useSay();
  const [said, setSaid] = useState<'accept' | 'some' | 'decline' | null>(null);
  return (
    <>
      {said && (
        <p className={card.note} role="status" data-said={said}>
          {say(`offers.said.${said}`)}
        </p>
      )}
      {offers.length > 0 && (
        <section aria-labelledby="offers" className={classes.offers}>
          <h2 id="offers" className={card.heading}>
            {say('offers.title')}
          </h2>
          <ul className={card.rows}>
            {inSeries(offers).map(([first, ...others]) =>
              others.length > 0 ? (
                <SeriesOffer
                  key={first.seriesId}
                  offers={[first, ...others]}
                  until={offers.find(({ seriesId }) => seriesId === first.seriesId)?.answerByWords ?? ''}
                  onSaid={setSaid}
                />
              ) : (
                <OfferCard key={first.askId} offer={first} onSaid={setSaid} />
              ),
            )}
          </ul>
        </section>
      )}
    </>
  );
}

/** Those of one series together and by their time, where its most pressing one stands. */
function inSeries(offers: readonly Offer[]): [Offer, ...Offer[]][] {
  const groups = new Map<string, Offer[]>();
  for (const offer of offers) {
    const key = offer.seriesId ?? offer.askId;
    groups.set(key, [...(groups.get(key) ?? []), offer]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group.toSorted((a, b) => (a.when.startsAt < b.when.startsAt ? -1 : 1));
    return first ? [[first, ...others] as [Offer, ...Offer[]]] : [];
  });
}

function OfferCard({ offer, onSaid }: { offer: Offer; onSaid: (answer: 'accept' | 'decline') => void }) {
  const say = useSay();
  const { locale } = useLocale();
  const answer = useAnswer();
  const [first, second] = languageNames(offer.languages, localeTags[locale]);
  const about = <About name={offer.when.sentence} />;
  const give = (said: 'accept' | 'decline') =>
    answer.mutate({ said, asks: [offer] }, { onSuccess: () => onSaid(said) });
  return (
    <li className={card.card} data-offer={offer.askId}>
      <p className={classes.relative}>{offer.when.relative}</p>
      <h3 className={classes.name}>{offer.institution}</h3>
      <p className={classes.languages}>
        {say('jobs.languages', { first: first ?? '', second: second ?? '' })} ·{' '}
        {say('today.day.minutes', { minutes: offer.minutes })}
      </p>
      <Clocks when={offer.when} />
      <p className={classes.moved}>{say('offers.until', { until: offer.answerByWords })}</p>
      <AnswerButtons
        answer={answer}
        yes={
          <>
            {say('offers.accept')}
            {about}
          </>
        }
        no={
          <>
            {say('offers.decline')}
            {about}
          </>
        }
        onGive={give}
      />
    </li>
  );
}
