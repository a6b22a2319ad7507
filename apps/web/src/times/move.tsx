import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { SelfPage, VisitMoved } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Done } from './done';
import { Times } from './times';
import classes from './times.module.css';

/** A patient puts a visit of hers at another of the times that suit everybody who is in it. */
export default function MoveTimesRoute() {
  const { visitId = '' } = useParams();
  const say = useSay();
  const [moved, setMoved] = useState<VisitMoved | null>(null);
  const times = useQuery({
    queryKey: keys.times(visitId),
    queryFn: async () =>
      (await body(typed.GET('/api/pages/visits/{visitId}/times', { params: { path: { visitId } } }))) as SelfPage,
    enabled: moved === null,
    refetchInterval: 30_000,
  });
  const move = useWrite(
    async (startsAt: string, key) =>
      (await body(
        typed.POST('/api/visits/{visitId}/move-self', {
          params: { path: { visitId }, header: keyed(key) },
          body: { startsAt },
        }),
      )) as VisitMoved,
  );
  if (moved) return <Done status="moved" when={moved.when} />;
  return (
    <Loaded query={times}>
      {(page) => (
        <Times page={page} title={say('times.move.title')} yes={say('times.move.yes')} write={move} onDone={setMoved}>
          {page.move && (
            <div className={classes.until}>
              <p className={card.note} data-when>
                {say('book.move.old', { when: page.move.when.sentence })}
              </p>
            </div>
          )}
        </Times>
      )}
    </Loaded>
  );
}
