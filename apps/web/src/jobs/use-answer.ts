import type { JobsPage } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';

type Offer = Pick<JobsPage['offers'][number], 'askId'>;

interface Said {
  said: 'accept' | 'decline';
  /** Which of a series, or the one. */
  asks: readonly Offer[];
  /** Those of the same series of which she says the other. */
  others?: readonly Offer[];
}

const idsOf = (offers: readonly Offer[]) => offers.map(({ askId }) => askId);

/** Her answer to what she is asked, in one piece. */
export function useAnswer() {
  return useWrite(({ said, asks, others = [] }: Said, key) => {
    const [askId = '', ...alike] = idsOf(asks);
    return body(
      typed.POST('/api/asks/{askId}/answer', {
        params: { path: { askId }, header: keyed(key) },
        body: { answer: said, alike, unlike: idsOf(others) },
      }),
    );
  });
}
