import { Navigate, useParams, useSearchParams } from 'react-router';
import { slotPeople } from '@okaeri/contracts';
import { useNotices } from '../api/live';
import { keys, queries } from '../api/queries';
import { useMe } from '../api/session';
import { useBooking } from '../api/work';
import { bookPath } from '../app/paths';
import { Loaded } from '../app/trouble';
import { Schedule } from './schedule';

/** A time for several people: found, held, confirmed; or another one for a visit. */
export default function ScheduleRoute() {
  const { episodeId = '' } = useParams();
  const [search] = useSearchParams();
  const move = search.get('move');
  const me = useMe();
  const booking = useBooking(episodeId, move);
  useNotices(
    (me?.institutions ?? []).map(({ institutionId }) => ({ topic: 'institution' as const, id: institutionId })),
    () => {
      void queries.invalidateQueries({ queryKey: keys.slots(episodeId) });
      void queries.invalidateQueries({ queryKey: keys.case(episodeId) });
    },
  );
  return (
    <Loaded query={booking}>
      {(data) =>
        // More people than a search takes: their conference is moved by hand.
        data.move && data.move.suits.personIds.length > slotPeople ? (
          <Navigate to={bookPath(episodeId, data.move.visitId)} replace />
        ) : (
          <Schedule key={move ?? 'new'} page={data} />
        )
      }
    </Loaded>
  );
}
