import { useLocation, useParams } from 'react-router';
import { useNotices } from '../api/live';
import { keys, queries } from '../api/queries';
import { useMe } from '../api/session';
import { useBooking } from '../api/work';
import { Loaded } from '../app/trouble';
import { Series } from './series';
import { givenIn } from './values';

/** Visits at the same time every so many weeks: `paths.series`, data-screen `series`. */
export default function SeriesRoute() {
  const { episodeId = '' } = useParams();
  const me = useMe();
  const booking = useBooking(episodeId, null);
  const given = givenIn(useLocation().state);
  // What another takes meanwhile shows at once.
  useNotices(
    (me?.institutions ?? []).map(({ institutionId }) => ({ topic: 'institution' as const, id: institutionId })),
    () => void queries.invalidateQueries({ queryKey: keys.slots(episodeId) }),
  );
  return <Loaded query={booking}>{(page) => <Series page={page} given={given} />}</Loaded>;
}
