import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  Blocker,
  BoardPage,
  BookingPage,
  CasePage,
  JobsPage,
  NotePage,
  PeoplePage,
  ReadyBlocker,
  ReadyPage,
  SettingsPage,
  UnsignedPage,
} from '@okaeri/contracts';
import { keys } from './queries';
import { body, typed } from './typed';
import { useWrite } from './write';

const backstopMs = 20_000;

export interface BoardQuestion {
  q: string;
  blocker: Blocker | '';
}

/** What was shown stays while other words are searched for, so that the page does not jump at each letter. */
export function useBoard({ q, blocker }: BoardQuestion) {
  return useInfiniteQuery({
    queryKey: [...keys.board, q, blocker],
    queryFn: ({ pageParam }): Promise<BoardPage> => {
      const query = { ...(q && { q }), ...(blocker && { blocker }), ...(pageParam && { after: pageParam }) };
      return body(typed.GET('/api/pages/board', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: backstopMs,
    placeholderData: keepPreviousData,
  });
}

export interface ReadyQuestion {
  q: string;
  blocker: ReadyBlocker | '';
}

/** Visits ahead by what keeps them from being ready. */
export function useReady({ q, blocker }: ReadyQuestion) {
  return useInfiniteQuery({
    queryKey: [...keys.ready, q, blocker],
    queryFn: async ({ pageParam }) => {
      const query = { ...(q && { q }), ...(blocker && { blocker }), ...(pageParam && { after: pageParam }) };
      return (await body(typed.GET('/api/pages/ready', { params: { query } }))) as ReadyPage;
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
    queryFn: (): Promise<CasePage> =>
      body(typed.GET('/api/pages/cases/{episodeId}', { params: { path: { episodeId } } })),
    refetchInterval: backstopMs,
  });
}

export function useBooking(episodeId: string, move: string | null) {
  return useQuery({
    queryKey: [...keys.booking(episodeId), move],
    // A pair is a list to OpenAPI 3.0's readers; the contract knows that there are two.
    queryFn: async () =>
      (await body(
        typed.GET('/api/pages/booking/{episodeId}', {
          params: { path: { episodeId }, query: move ? { move } : {} },
        }),
      )) as BookingPage,
    // The form starts with it and must not change under the hand.
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** What is kept of the reader herself. */
export function readSettings(): Promise<SettingsPage> {
  return body(typed.GET('/api/me/settings'));
}

export function readNote(visitId: string): Promise<NotePage> {
  return body(typed.GET('/api/pages/visits/{visitId}/note', { params: { path: { visitId } } }));
}

/** Who works at an institution. */
export function readPeople(institutionId: string): Promise<PeoplePage> {
  return body(typed.GET('/api/pages/people/{institutionId}', { params: { path: { institutionId } } }));
}

export function useJobs() {
  return useInfiniteQuery({
    queryKey: keys.jobs,
    queryFn: async ({ pageParam }) => {
      const query = pageParam ? { after: pageParam } : {};
      // A pair is a list to OpenAPI 3.0's readers; the contract knows that there are two.
      return (await body(typed.GET('/api/pages/jobs', { params: { query } }))) as JobsPage;
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: backstopMs,
  });
}

/** Under the key of the day, so that what changes the day is read again here too. */
export function useUnsigned() {
  return useInfiniteQuery({
    queryKey: [...keys.today, 'unsigned'],
    queryFn: ({ pageParam }): Promise<UnsignedPage> => {
      const query = { limit: 5, ...(pageParam && { after: pageParam }) };
      return body(typed.GET('/api/pages/unsigned-notes', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: backstopMs,
  });
}

/** "I shall be there." */
export function useConfirm(visitId: string) {
  return useWrite((_: null) => body(typed.POST('/api/visits/{visitId}/confirm', { params: { path: { visitId } } })));
}
