import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Locale, Me, SessionPage } from '@okaeri/contracts';
import { forgetDrafts } from './drafts';
import { forgetMessages } from '../visit/message/any-kept';
import { forgetCurrent } from '../visit/message/current';
import { stopPush } from './push';
import { putAway } from './putting-away';
import { keys } from './queries';
import { body, typed } from './typed';

/** Set when the reader signed out by herself: a persona's window would otherwise sign in again at once. */
const signedOutKey = 'okaeri.signed-out';

export function useSession() {
  return useQuery({
    queryKey: keys.session,
    queryFn: (): Promise<SessionPage> => body(typed.GET('/api/session')),
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
    mutationFn: (persona: string | null): Promise<SessionPage> =>
      body(typed.POST('/api/demo/sign-in', { body: { persona } })),
    onSuccess: (session) => {
      sessionStorage.removeItem(signedOutKey);
      client.setQueryData(keys.session, session);
    },
  });
}

/** What this window does when its session is over: nothing of hers may stay in it, not even for a moment. */
export function useSignedOut() {
  const client = useQueryClient();
  return () => {
    sessionStorage.setItem(signedOutKey, '1');
    forgetDrafts();
    forgetMessages();
    forgetCurrent();
    putAway();
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.session[0] });
    client.setQueryData<SessionPage>(keys.session, (session) => session && { ...session, me: null, scope: null });
    return client.invalidateQueries({ queryKey: keys.session });
  };
}

export function useSignOut() {
  const signedOut = useSignedOut();
  const leave = async () => {
    // Whoever uses this browser next is not shown what she is told; that it could not be said keeps nobody in.
    await stopPush().catch(() => undefined);
    return body(typed.POST('/api/session/sign-out'));
  };
  return useMutation({ mutationFn: leave, onSuccess: signedOut });
}

/** Came in by a link: what she did here before does not keep her out. */
export function stayedSignedIn(): void {
  sessionStorage.removeItem(signedOutKey);
}

export function signedOutHere(): boolean {
  return sessionStorage.getItem(signedOutKey) !== null;
}

export function useGiveCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => body(typed.POST('/api/demo/code', { body: { code } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.session }),
  });
}

export function useKeepLanguage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (language: Locale): Promise<SessionPage> => body(typed.PUT('/api/me/language', { body: { language } })),
    onSuccess: (session) => {
      client.setQueryData(keys.session, session);
      // Names, times and titles are made by the server in her language.
      return client.invalidateQueries();
    },
  });
}
