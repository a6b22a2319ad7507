import { useEffect } from 'react';
import { matchPath, Navigate, Outlet, useLocation, useSearchParams } from 'react-router';
import type { SessionPage } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { useLost } from '../api/reach';
import { useRenewal } from '../api/renewal';
import { signedOutHere, useSession, useSignIn } from '../api/session';
import { later } from '../app/later';
import { PageSkeleton } from '../app/page';
import { paths, visitPath } from '../app/paths';
import { Loaded } from '../app/trouble';
import { doorOf } from './door';
import { SignedOut } from './signed-out';

const LanCode = later(() => import('./lan-code'));
const SignIn = later(() => import('./sign-in'));

/** No page is shown before it is known who reads it. */
export function SessionGate() {
  const session = useSession();
  return <Loaded query={session}>{(data) => <Opened session={data} />}</Loaded>;
}

function roomAt(pathname: string) {
  // The demo world's mail is read by whoever looks at its stage, signed in or not.
  if ([paths.start, paths.mailbox, paths.mail, paths.outbox].some((path) => matchPath(path, pathname))) return 'start';
  if (pathname === paths.link || pathname === paths.shl) return 'link';
  if (pathname === paths.welcome) return 'welcome';
  const ofVisits = [paths.visit, paths.getReady, paths.moveTimes, paths.note, paths.check];
  return ofVisits.some((path) => matchPath(path, pathname)) ? 'visit' : 'other';
}

function Opened({ session }: { session: SessionPage }) {
  const [search, setSearch] = useSearchParams();
  const { pathname } = useLocation();
  const asked = search.get('as');
  const door = doorOf({ session, asked, signedOutHere: signedOutHere(), at: roomAt(pathname) });
  const lost = useLost();
  const { mutate, isPending, error } = useSignIn();
  const refused = error !== null && !(error instanceof ApiError && error.passing);
  useRenewal(session);

  useEffect(() => {
    // One knock at a time: each opens a session and ends the one before. With the server back, one that nobody heard is
    // made again.
    if (door !== 'knock' || lost || isPending || refused) return;
    const forgetAsked = (old: URLSearchParams) => {
      old.delete('as');
      return old;
    };
    mutate(asked, { onSuccess: () => setSearch(forgetAsked, { replace: true }) });
  }, [door, lost, isPending, refused, asked, mutate, setSearch]);

  if (door === 'code') return <LanCode />;
  if (door === 'sign-in') return <SignIn />;
  if (door === 'welcome') return <Navigate to={paths.welcome} replace />;
  if (door === 'visit-only' && session.scope) return <Navigate to={visitPath(session.scope.visitId)} replace />;
  if (door === 'signed-out' || (door === 'knock' && refused)) return <SignedOut demo={session.demo} error={error} />;
  if (door === 'knock' || isPending) return <PageSkeleton />;
  return <Outlet />;
}
