import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { SelfPage, VisitBooked } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import { Done } from './done';
import { Times } from './times';

/** A patient chooses her own time for another visit. */
export default function TimesRoute() {
  const { episodeId = '' } = useParams();
  const say = useSay();
  // What she has booked stays on the page, though she may choose no more.
  const [booked, setBooked] = useState<VisitBooked | null>(null);
  const times = useQuery({
    queryKey: keys.times(episodeId),
    queryFn: async () =>
      (await body(typed.GET('/api/pages/times/{episodeId}', { params: { path: { episodeId } } }))) as SelfPage,
    enabled: booked === null,
    refetchInterval: 30_000,
  });
  const book = useWrite(
    async (startsAt: string, key) =>
      (await body(
        typed.POST('/api/episodes/{episodeId}/book', {
          params: { path: { episodeId }, header: keyed(key) },
          body: { startsAt },
        }),
      )) as VisitBooked,
  );
  if (booked) return <Done status={booked.status} when={booked.when} />;
  return (
    <Loaded query={times}>
      {(page) => (
        <Times page={page} title={say('times.title')} yes={say('times.yes')} write={book} onDone={setBooked} />
      )}
    </Loaded>
  );
}
