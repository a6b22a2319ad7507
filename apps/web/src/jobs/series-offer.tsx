import { useState } from 'react';
import { localeTags, type JobsPage } from '@okaeri/contracts';
import formClasses from '../forms/form.module.css';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { languageNames } from '../people/languages';
import { AnswerButtons } from './answer-buttons';
import classes from './jobs.module.css';
import { useAnswer } from './use-answer';

type Offer = JobsPage['offers'][number];

interface SeriesOfferProps {
  /** Of one series, by their time. */
  offers: readonly [Offer, ...Offer[]];
  /** Until when, of the most pressing one. */
  until: string;
  onSaid: (said: 'accept' | 'some' | 'decline') => void;
}

/** All that she is asked for of one series is one question: she takes all of it, or some, and says so once. */
export function SeriesOffer({ offers, until, onSaid }: SeriesOfferProps) {
  const say = useSay();
  const { locale } = useLocale();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const answer = useAnswer();
  const [first] = offers;
  const taken = offers.filter(({ askId }) => !left.has(askId));
  const others = offers.filter(({ askId }) => left.has(askId));
  const all = others.length === 0;
  const [one, two] = languageNames(first.languages, localeTags[locale]);
  const take = (askId: string, wanted: boolean) => {
    const next = new Set(left);
    if (wanted) next.delete(askId);
    else next.add(askId);
    setLeft(next);
  };
  const accept = () =>
    answer.mutate({ said: 'accept', asks: taken, others }, { onSuccess: () => onSaid(all ? 'accept' : 'some') });
  const decline = () => answer.mutate({ said: 'decline', asks: offers }, { onSuccess: () => onSaid('decline') });
  return (
    <li className={card.card} data-series={offers.length}>
      <p className={classes.relative}>{say('offers.series', { count: offers.length })}</p>
      <h3 className={classes.name}>{first.institution}</h3>
      <p className={classes.languages}>
        {say('jobs.languages', { first: one ?? '', second: two ?? '' })} ·{' '}
        {say('today.day.minutes', { minutes: first.minutes })}
      </p>
      <fieldset className={formClasses.group}>
        <legend className={formClasses.legend}>{say('offers.series.which')}</legend>
        <div className={formClasses.choices}>
          {offers.map(({ askId, when: { yours, theirs } }) => (
            <label key={askId} className={formClasses.choice} data-offer={askId}>
              <input
                type="checkbox"
                checked={!left.has(askId)}
                onChange={(event) => take(askId, event.currentTarget.checked)}
              />
              <span className={formClasses.choiceWords}>
                <strong>{say('home.row.when', { date: yours.date, time: yours.time })}</strong>
                {theirs && (
                  <span className={classes.quiet}>
                    {theirs.place}: {say('home.row.when', { date: theirs.date, time: theirs.time })}
                  </span>
                )}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className={classes.moved}>{say('offers.until', { until })}</p>
      {!all && taken.length > 0 && <p className={classes.quiet}>{say('offers.acceptSomeHint')}</p>}
      <AnswerButtons
        answer={answer}
        yes={all ? say('offers.acceptAll') : say('offers.acceptSome', { count: taken.length })}
        no={say('offers.decline')}
        none={taken.length === 0}
        onGive={(said) => (said === 'accept' ? accept() : decline())}
      />
    </li>
  );
}
