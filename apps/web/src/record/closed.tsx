import { useSay } from '../locale/say';
import card from '../parts/card.module.css';

/** In place of what was open until the patient took it back. */
export function Closed() {
  const say = useSay();
  return (
    <p role="status" className={card.note} data-closed>
      {say('share.closed')}
    </p>
  );
}
