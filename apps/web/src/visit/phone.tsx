import type { VisitPage } from '@okaeri/contracts';
import { Say } from '../locale/say';
import classes from './visit.module.css';

/** A number to ring when nothing works: the institution's. */
export function Phone({ page }: { page: Pick<VisitPage, 'phone' | 'card'> }) {
  if (!page.phone) return null;
  const number = (
    <a key="number" href={`tel:${page.phone.replace(/[^+\d]/g, '')}`} className={classes.number}>
      {page.phone}
    </a>
  );
  return (
    <p className={classes.phone}>
      <Say id="visit.phone" values={{ institution: page.card.institution, number }} />
    </p>
  );
}
