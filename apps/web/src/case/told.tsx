import type { CaseVisit } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import { Delivery } from '../parts/delivery';
import classes from './case.module.css';

interface ToldProps {
  visit: Pick<CaseVisit, 'deliveries' | 'people'>;
  nameOf: (personId: string) => string;
}

/** On which of her ways each was told last, and what became of it. */
export function Told({ visit: { deliveries, people }, nameOf }: ToldProps) {
  const say = useSay();
  if (deliveries.length === 0) return null;
  return (
    <details className={classes.needs} data-told={deliveries.length}>
      <summary>{say('reach.delivery.title')}</summary>
      <ul className={classes.people}>
        {people.map(({ personId }) => {
          // The newest comes first.
          const hers = deliveries.filter((each) => each.personId === personId);
          const last = hers.filter((each, at) => hers.findIndex(({ channel }) => channel === each.channel) === at);
          if (last.length === 0) return null;
          return (
            <li key={personId}>
              <span className={classes.when}>{nameOf(personId)}</span>
              {last.map((delivery) => (
                <Delivery key={delivery.messageId} delivery={delivery} />
              ))}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
