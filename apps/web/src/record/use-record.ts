import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { BriefPage, RecordPage } from '@okaeri/contracts';
import { useNotices } from '../api/live';
import { keys } from '../api/queries';
import { body, typed } from '../api/typed';

/** One page of a record for the consult. */
export function useBrief(personId: string) {
  return useQuery({
    queryKey: [...keys.record(personId), 'brief'],
    queryFn: (): Promise<BriefPage> =>
      body(typed.GET('/api/pages/records/{personId}/brief', { params: { path: { personId } } })),
    enabled: personId !== '',
  });
}

/** All of it. */
export function useRecord(personId: string) {
  return useQuery({
    queryKey: keys.record(personId),
    queryFn: (): Promise<RecordPage> =>
      body(typed.GET('/api/pages/records/{personId}', { params: { path: { personId } } })),
  });
}

/** Reads again what is shown of a record whenever more has come, or less of it is shared. */
export function useRecordNews(personId: string): void {
  const client = useQueryClient();
  useNotices(personId === '' ? [] : [{ topic: 'record', id: personId }], () => void client.invalidateQueries());
}
