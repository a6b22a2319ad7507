import { useParams, useSearchParams } from 'react-router';
import { useBooking } from '../api/work';
import { Loaded } from '../app/trouble';
import { Book } from './book';

/** A new visit, or another time for one that is booked. */
export default function BookRoute() {
  const { episodeId = '' } = useParams();
  const [search] = useSearchParams();
  const move = search.get('move');
  const booking = useBooking(episodeId, move);
  return <Loaded query={booking}>{(data) => <Book key={move ?? 'new'} page={data} />}</Loaded>;
}
