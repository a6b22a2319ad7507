import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { BoardPage, BookingPage, CasePage, JobsPage } from '@okaeri/contracts';
import { api } from './client';
import { keys } from './queries';
import { useWrite } from './write';

const backstopMs = 20_000;

export interface BoardQuestion {
  q: string;
  blocker: string;
}

/** What was shown stays while other words are searched for, so that the page does not jump at each letter. */
export function useBoard({ q, blocker }: BoardQuestion) {
  return useInfiniteQuery({
    queryKey: [...keys.board, q, blocker],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams();
      if (q) query.set('q', q);
      if (blocker) query.set('blocker', blocker);
      if (pageParam) query.set('after', pageParam);
      return api.get<BoardPage>(`/api/pages/board?${query}`);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: backstopMs,
    placeholderData: keepPreviousData,
  });
}

export function useCase(episodeId: string) {
  return useQuery({
    queryKey: keys.case(episodeId),
    queryFn: () => api.get<CasePage>(`/api/pages/cases/${encodeURIComponent(episodeId)}`),
    refetchInterval: backstopMs,
  });
}

export function useBooking(episodeId: string, move: string | null) {
  return useQuery({
    queryKey: [...keys.booking(episodeId), move],
    queryFn: () => {
      const query = move ? `?move=${encodeURIComponent(move)}` : '';
      return api.get<BookingPage>(`/api/pages/booking/${encodeURIComponent(episodeId)}${query}`);
    },
    // The form starts with it and must not change under the hand.
    staleTime: Infinity,
    gcTime: 0,
  });
}

export function useJobs() {
  return useInfiniteQuery({
    queryKey: keys.jobs,
    queryFn: ({ pageParam }) =>
      api.get<JobsPage>(`/api/pages/jobs?${new URLSearchParams(pageParam && { after: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: backstopMs,
  });
}

/** "I shall be there." */
export function useConfirm(visitId: string) {
  return useWrite((_: null, key) => api.post<unknown>(`/api/visits/${encodeURIComponent(visitId)}/confirm`, {}, key));
}
