import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Clock, HomePage, QualityPage, TodayPage, VisitPage } from '@okaeri/contracts';
import { keys } from './queries';
import { body, keyed, typed } from './typed';
import { newKey } from './write';

/** Live notices wake the pages; this backs them up, and moves "in 12 minutes" on. */
const backstopMs = 20_000;
const stageMs = 1500;

export function useStage() {
  return useQuery({
    queryKey: keys.stage,
    queryFn: () => body(typed.GET('/api/demo/stage')),
    refetchInterval: stageMs,
  });
}

export function useHome() {
  return useQuery({
    queryKey: keys.home,
    queryFn: () => body(typed.GET('/api/pages/home')),
    refetchInterval: backstopMs,
  });
}

export function useToday() {
  return useQuery({
    queryKey: keys.today,
    queryFn: () => body(typed.GET('/api/pages/today')),
    refetchInterval: backstopMs,
    // A physician looks elsewhere while somebody waits: the title and the sound must still come.
    refetchIntervalInBackground: true,
  });
}

export function useVisit(visitId: string) {
  return useQuery({
    queryKey: keys.visit(visitId),
    queryFn: async () =>
      // A pair is a list to OpenAPI 3.0's readers; the contract knows that there are two.
      (await body(typed.GET('/api/pages/visits/{visitId}', { params: { path: { visitId } } }))) as VisitPage,
    refetchInterval: backstopMs,
    refetchIntervalInBackground: true,
  });
}

/** How the links of a visit were; while it goes on, more comes. */
export function useQuality(visitId: string) {
  return useQuery({
    queryKey: keys.quality(visitId),
    queryFn: (): Promise<QualityPage> =>
      body(typed.GET('/api/visits/{visitId}/quality', { params: { path: { visitId } } })),
    refetchInterval: backstopMs,
  });
}

/** `version`: the one that the page showed, so that nobody cancels a time she has not seen. */
export function useCancelVisit(visitId: string, version: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      body(
        typed.POST('/api/visits/{visitId}/cancel', {
          params: { path: { visitId }, header: keyed(newKey()) },
          body: { reason, version },
        }),
      ),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** The reader's own wall clock in words, as the page that was read last has it; this asks for nothing itself. */
export function useNow(): Clock | null {
  const home = useQuery<HomePage>({ queryKey: keys.home, enabled: false });
  const today = useQuery<TodayPage>({ queryKey: keys.today, enabled: false });
  return home.data?.now ?? today.data?.now ?? null;
}
