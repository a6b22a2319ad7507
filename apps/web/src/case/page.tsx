import { useParams } from 'react-router';
import { useNotices } from '../api/live';
import { keys, queries } from '../api/queries';
import { useCase } from '../api/work';
import { Loaded } from '../app/trouble';
import { Case } from './case';

/** Everything about one patient's treatment on one page. */
export default function CaseRoute() {
  const { episodeId = '' } = useParams();
  const page = useCase(episodeId);
  const patient = page.data?.patient.personId;
  useNotices(
    [
      { topic: 'episode', id: episodeId },
      ...(patient ? [{ topic: 'person' as const, id: patient }] : []),
      ...(page.data?.next ? [{ topic: 'visit' as const, id: page.data.next.visitId }] : []),
    ],
    () => void queries.invalidateQueries({ queryKey: keys.case(episodeId) }),
  );
  return <Loaded query={page}>{(data) => <Case page={data} />}</Loaded>;
}
