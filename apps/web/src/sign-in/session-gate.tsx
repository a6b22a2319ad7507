import { useEffect } from 'react';
import { Outlet, useLocation, useSearchParams } from 'react-router';
import type { SessionPage } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { useLost } from '../api/reach';
import { signedOutHere, useSession, useSignIn } from '../api/session';
import { later } from '../app/later';
import { PageSkeleton } from '../app/page';
import { paths } from '../app/paths';
import { Loaded } from '../app/trouble';
import { doorOf } from './door';
import { SignedOut } from './signed-out';

const LanCode = later(() => import('./lan-code'));

/** No page is shown before it is known who reads it. */
export function SessionGate() {
  const session = useSession();
  return <Loaded query={session}>{(data) => <Opened session={data} />}</Loaded>;
}

function Opened({ session }: { session: SessionPage }) {
  const [search, setSearch] = useSearchParams();
  const atStart = useLocation().pathname === paths.start;
  const asked = search.get('as');
  const door = doorOf({ session, asked, signedOutHere: signedOutHere(), atStart });
  const lost = useLost();
  const { mutate, isPending, error } = useSignIn();
  const refused = error !== null && !(error instanceof ApiError && error.passing);

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
  if (door === 'signed-out' || (door === 'knock' && refused)) return <SignedOut demo={session.demo} error={error} />;
  if (door === 'knock' || isPending) return <PageSkeleton />;
  return <Outlet />;
}
