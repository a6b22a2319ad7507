import type { DeliveryView } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import list from './list.module.css';

/** What became of a mail, in words. A refused address stands out: somebody has to mend it. */
export function Delivery({ delivery }: { delivery: DeliveryView }) {
  const say = useSay();
  const { state, atWords } = delivery;
  const bad = state === 'bounced' || state === 'failed';
  return <p className={bad ? list.warn : list.quiet}>{say(`delivery.${state}`, { at: atWords })}</p>;
}
