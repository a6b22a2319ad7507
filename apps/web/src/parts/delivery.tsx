import type { DeliveryView } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import list from './list.module.css';

/** What became of a message on its way, in words. A refused address stands out: somebody has to mend it. */
export function Delivery({ delivery }: { delivery: DeliveryView }) {
  const say = useSay();
  const { channel, state, atWords } = delivery;
  const bad = state === 'bounced' || state === 'failed';
  const words =
    channel === 'email' && state !== 'delivered'
      ? say(`delivery.${state}`, { at: atWords })
      : say(`reach.delivery.${state}`, { way: say(`reach.way.${channel}`), at: atWords });
  return <p className={bad ? list.warn : list.quiet}>{words}</p>;
}
