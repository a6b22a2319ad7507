import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BookingPreview, PreviewAnswer } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { body, typed } from '../api/typed';

/**
 * What a time means, from the server: a browser's zone data may be years old. The last answer stays while the next one
 * is on its way, so that the clocks do not blink at each key.
 */
export function usePreview(
  episodeId: string,
  wall: object | null,
  who: { personIds: readonly string[]; thingIds?: readonly string[]; withPatient: boolean },
  visitId?: string,
) {
  const words = JSON.stringify({ episodeId, ...wall, ...who, ...(visitId ? { visitId } : {}) });
  const [settled] = useDebouncedValue(words, 300);
  const query = useQuery({
    queryKey: ['preview', settled],
    queryFn: (): Promise<PreviewAnswer> =>
      body(typed.POST('/api/visits/preview', { body: JSON.parse(settled) as BookingPreview })),
    enabled: wall !== null,
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  const code = query.error instanceof ApiError ? query.error.code : null;
  return {
    data: code ? undefined : query.data,
    error: query.error,
    code,
    repeated: code === 'time_repeated',
    busy: settled !== words || query.isFetching,
    refetch: query.refetch,
  };
}
export type PreviewState = ReturnType<typeof usePreview>;
