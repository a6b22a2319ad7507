import { useParams } from 'react-router';
import { useVisit } from '../api/pages';
import { Loaded } from '../app/trouble';
import { Visit } from './visit';

/** One address for the whole visit: device check, arrival, waiting room, call, and after. */
export default function VisitRoute() {
  const { visitId = '' } = useParams();
  const visit = useVisit(visitId);
  return <Loaded query={visit}>{(page) => <Visit key={visitId} page={page} />}</Loaded>;
}
