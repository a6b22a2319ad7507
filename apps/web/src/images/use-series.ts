import { useQuery } from '@tanstack/react-query';
import type { ImagingSeries } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { body, typed } from '../api/typed';

/** A series with everything that its viewer needs. */
export function useSeries(personId: string, seriesId: string) {
  return useQuery({
    queryKey: keys.imagingSeries(personId, seriesId),
    queryFn: (): Promise<ImagingSeries> =>
      body(
        typed.GET('/api/patients/{personId}/imaging/series/{seriesId}', { params: { path: { personId, seriesId } } }),
      ),
    // What was made is not made otherwise; a picture that is looked at stays where it is.
    staleTime: Infinity,
  });
}
