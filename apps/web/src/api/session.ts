import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Locale, Me, SessionPage } from '@okaeri/contracts';
import { api } from './client';
import { keys } from './queries';

/** Set when the reader signed out by herself: a persona's window would otherwise sign in again at once. */
const signedOutKey = 'okaeri.signed-out';

export function useSession() {
  return useQuery({
    queryKey: keys.session,
    queryFn: () => api.get<SessionPage>('/api/session'),
    staleTime: 60_000,
  });
}

/** The person this page is for; only under `SessionGate`, which shows no page before it is known. */
export function useMe(): Me | null {
  return useSession().data?.me ?? null;
}

export function isStaff(me: Me): boolean {
  return me.roles.some((role) => role !== 'patient');
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (persona: string | null) => api.post<SessionPage>('/api/demo/sign-in', { persona }),
    onSuccess: (session) => {
      sessionStorage.removeItem(signedOutKey);
      client.setQueryData(keys.session, session);
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<unknown>('/api/session/sign-out'),
    onSuccess: () => {
      sessionStorage.setItem(signedOutKey, '1');
      // Nothing of hers may stay in this window, not even for a moment.
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.session[0] });
      client.setQueryData<SessionPage>(keys.session, (session) => session && { ...session, me: null });
      return client.invalidateQueries({ queryKey: keys.session });
    },
  });
}

export function signedOutHere(): boolean {
  return sessionStorage.getItem(signedOutKey) !== null;
}

export function useGiveCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => api.post<unknown>('/api/demo/code', { code }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.session }),
  });
}

export function useKeepLanguage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (language: Locale) => api.put<SessionPage>('/api/me/language', { language }),
    onSuccess: (session) => {
      client.setQueryData(keys.session, session);
      // Names, times and titles are made by the server in her language.
      return client.invalidateQueries();
    },
  });
}
