import { useParams } from 'react-router';
import { useNotices } from '../api/live';
import { keys, queries } from '../api/queries';
import { useMe } from '../api/session';
import { useBooking } from '../api/work';
import { Loaded } from '../app/trouble';
import { Schedule } from './schedule';

/** A time for several people: found, held, confirmed. */
export default function ScheduleRoute() {
  const { episodeId = '' } = useParams();
  const me = useMe();
  const booking = useBooking(episodeId, null);
  useNotices(
    (me?.institutions ?? []).map(({ institutionId }) => ({ topic: 'institution' as const, id: institutionId })),
    () => {
      void queries.invalidateQueries({ queryKey: keys.slots(episodeId) });
      void queries.invalidateQueries({ queryKey: keys.case(episodeId) });
    },
  );
  return <Loaded query={booking}>{(data) => <Schedule page={data} />}</Loaded>;
}
