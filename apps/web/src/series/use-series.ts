import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SeriesForm, SeriesPreview } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { keys } from '../api/queries';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';

/** What each date means on both clocks, from the server: a browser's zone data may be years old. */
export function useSeriesPreview(form: SeriesForm | null) {
  const words = form && JSON.stringify(form);
  const [settled] = useDebouncedValue(words, 300);
  const query = useQuery({
    queryKey: [...keys.slots(form?.episodeId ?? ''), 'series', settled],
    queryFn: async () =>
      (await body(
        typed.POST('/api/visits/series/preview', { body: JSON.parse(settled ?? '{}') as SeriesForm }),
      )) as SeriesPreview,
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  const code = query.error instanceof ApiError ? query.error.code : null;
  return {
    dates: form === null || code ? [] : (query.data?.dates ?? []),
    error: query.error,
    repeated: code === 'time_repeated',
    /** What is shown is not yet what is wanted. */
    behind: settled !== words || query.isPlaceholderData,
    refetch: query.refetch,
  };
}

export function useBookSeries() {
  return useWrite((form: SeriesForm, key) =>
    body(typed.POST('/api/visits/series', { params: { header: keyed(key) }, body: form })),
  );
}
