import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Clock, HomePage, StagePage, TodayPage, VisitPage } from '@okaeri/contracts';
import { api } from './client';
import { newKey } from './write';
import { keys } from './queries';

/** Live notices wake the pages; this backs them up, and moves "in 12 minutes" on. */
const backstopMs = 20_000;
const stageMs = 1500;

export function useStage() {
  return useQuery({
    queryKey: keys.stage,
    queryFn: () => api.get<StagePage>('/api/demo/stage'),
    refetchInterval: stageMs,
  });
}

export function useHome() {
  return useQuery({
    queryKey: keys.home,
    queryFn: () => api.get<HomePage>('/api/pages/home'),
    refetchInterval: backstopMs,
  });
}

export function useToday() {
  return useQuery({
    queryKey: keys.today,
    queryFn: () => api.get<TodayPage>('/api/pages/today'),
    refetchInterval: backstopMs,
    // A physician looks elsewhere while somebody waits: the title and the sound must still come.
    refetchIntervalInBackground: true,
  });
}

export function useVisit(visitId: string) {
  return useQuery({
    queryKey: keys.visit(visitId),
    queryFn: () => api.get<VisitPage>(`/api/pages/visits/${encodeURIComponent(visitId)}`),
    refetchInterval: backstopMs,
    refetchIntervalInBackground: true,
  });
}

/** `version`: the one that the page showed, so that nobody cancels a time she has not seen. */
export function useCancelVisit(visitId: string, version: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      api.post<unknown>(`/api/visits/${encodeURIComponent(visitId)}/cancel`, { reason, version }, newKey()),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** The reader's own wall clock in words, as the page that was read last has it; this asks for nothing itself. */
export function useNow(): Clock | null {
  const home = useQuery<HomePage>({ queryKey: keys.home, enabled: false });
  const today = useQuery<TodayPage>({ queryKey: keys.today, enabled: false });
  return home.data?.now ?? today.data?.now ?? null;
}
