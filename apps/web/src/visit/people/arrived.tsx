import type { VisitSeat } from '@okaeri/contracts';
import { localeTags } from '@okaeri/contracts';
import { useLocale } from '../../locale/locale';
import { useSay } from '../../locale/say';
import { countryName } from '../arrival/countries';
import classes from './people.module.css';

/** Where a patient is now, and the two numbers that matter when something happens to her. For the physician only. */
export function Arrived({ person }: { person: VisitSeat }) {
  const say = useSay();
  const { locale } = useLocale();
  const { arrival } = person;
  if (!arrival) return null;
  const callable = (number: string) => (
    <a href={`tel:${number.replace(/[^+\d]/g, '')}`} className={classes.number}>
      {number}
    </a>
  );
  return (
    <section className={classes.arrived} data-arrival={person.seatId}>
      <h2 className={classes.arrivedTitle}>{say('call.arrival.title', { name: person.name.display })}</h2>
      <dl className={classes.facts}>
        <div>
          <dt>{say('call.arrival.place')}</dt>
          <dd>
            {arrival.place}, {countryName(arrival.country, localeTags[locale])}
          </dd>
        </div>
        <div>
          <dt>{say('call.arrival.emergency')}</dt>
          <dd className={classes.emergency}>{arrival.emergencyNumber}</dd>
        </div>
        <div>
          <dt>{say('call.arrival.callback')}</dt>
          <dd>{callable(arrival.callbackNumber)}</dd>
        </div>
      </dl>
      <p className={classes.arrivedNote}>{say('call.arrival.identity', { name: person.name.display })}</p>
    </section>
  );
}
