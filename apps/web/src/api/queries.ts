import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './client';
import { reach } from './reach';

/** One cache for all pages. A lost server is healed by `reach`, so a query itself does not retry. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 2000, retry: false, networkMode: 'always', refetchOnReconnect: false },
    mutations: { retry: false, networkMode: 'always' },
  },
});

queries.getQueryCache().subscribe((event) => {
  if (event.type !== 'updated' || event.action.type !== 'error') return;
  const error: unknown = event.action.error;
  const signedOut = error instanceof ApiError && error.code === 'sign_in_needed';
  if (signedOut) void queries.invalidateQueries({ queryKey: keys.session });
});

reach.subscribe(() => {
  if (!reach.isLost()) void queries.invalidateQueries();
});

/** The names of what pages read, for reading and for making them read again. */
export const keys = {
  session: ['session'] as const,
  stage: ['stage'] as const,
  home: ['home'] as const,
  today: ['today'] as const,
  visit: (visitId: string) => ['visit', visitId] as const,
  /** Read again with the visit. */
  questions: (visitId: string) => ['visit', visitId, 'questions'] as const,
  quality: (visitId: string) => ['quality', visitId] as const,
  chat: (visitId: string) => ['chat', visitId] as const,
  settings: ['settings'] as const,
  people: (institutionId: string) => ['people', institutionId] as const,
  board: ['board'] as const,
  case: (episodeId: string) => ['case', episodeId] as const,
  booking: (episodeId: string) => ['booking', episodeId] as const,
  hours: (resourceId: string) => ['hours', resourceId] as const,
  times: (episodeId: string) => ['times', episodeId] as const,
  ready: ['ready'] as const,
  clocks: ['clocks'] as const,
  statistics: ['statistics'] as const,
  slots: (episodeId: string) => ['slots', episodeId] as const,
  jobs: ['jobs'] as const,
  calendars: ['calendars'] as const,
  inbox: ['inbox'] as const,
  record: (personId: string) => ['record', personId] as const,
  imaging: (personId: string) => ['imaging', personId] as const,
  imagingSeries: (personId: string, seriesId: string) => ['imaging', personId, seriesId] as const,
};
