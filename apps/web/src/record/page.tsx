import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { RecordPage } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { useMe } from '../api/session';
import { body, typed } from '../api/typed';
import { NotFound } from '../app/not-found';
import { Loaded } from '../app/trouble';
import { Record } from './record';

/*
 * A patient's record under `paths.record`, her own, or `paths.recordOf`: data-screen `record`; data-action `bring-record`,
 * `show-report`, `save-original`, `export-record`; data-field `record`.
 */

export default function RecordRoute() {
  const { personId } = useParams();
  const me = useMe();
  const id = personId ?? me?.personId ?? '';
  const query = useQuery({
    queryKey: keys.record(id),
    queryFn: (): Promise<RecordPage> =>
      body(typed.GET('/api/pages/records/{personId}', { params: { path: { personId: id } } })),
    enabled: id !== '',
  });
  if (id === '') return <NotFound />;
  return <Loaded query={query}>{(page) => <Record page={page} />}</Loaded>;
}
