import { useParams } from 'react-router';
import { useNotices } from '../api/live';
import { useVisit } from '../api/pages';
import { keys, queries } from '../api/queries';
import { Loaded } from '../app/trouble';
import { GetReady } from './get-ready';

/** Before a visit: one thing a screen, and at the end the door. */
export default function GetReadyRoute() {
  const { visitId = '' } = useParams();
  const visit = useVisit(visitId);
  useNotices(
    [{ topic: 'visit', id: visitId }],
    () => void queries.invalidateQueries({ queryKey: keys.visit(visitId) }),
  );
  return <Loaded query={visit}>{(page) => <GetReady page={page} />}</Loaded>;
}
