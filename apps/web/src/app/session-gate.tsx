import { useEffect } from 'react';
import { Outlet, useLocation, useSearchParams } from 'react-router';
import type { SessionPage } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { useLost } from '../api/reach';
import { signedOutHere, useSession, useSignIn } from '../api/session';
import { later } from './later';
import { PageSkeleton } from './page';
import { paths } from './paths';
import { SignedOut } from './signed-out';
import { Loaded } from './trouble';

const LanCode = later(() => import('../stage/lan-code'));

/** No page is shown before it is known who reads it. */
export function SessionGate() {
  const session = useSession();
  return <Loaded query={session}>{(data) => <Door session={data} />}</Loaded>;
}

function Door({ session }: { session: SessionPage }) {
  const [search, setSearch] = useSearchParams();
  const atStart = useLocation().pathname === paths.start;
  const asked = search.get('as');
  const persona = asked ?? session.demo?.persona ?? null;
  const knocks =
    session.demo !== null &&
    !session.demo.codeNeeded &&
    persona !== null &&
    (asked !== null || (!session.me && !signedOutHere()));
  const lost = useLost();
  const { mutate, isPending, error } = useSignIn();
  const passing = error instanceof ApiError && error.passing;

  useEffect(() => {
    if (!knocks || lost) return;
    mutate(asked, {
      onSuccess: () =>
        setSearch(
          (old) => {
            old.delete('as');
            return old;
          },
          { replace: true },
        ),
    });
  }, [knocks, lost, asked, mutate, setSearch]);

  if (session.demo?.codeNeeded) return <LanCode />;
  if (isPending || (knocks && (!error || passing))) return <PageSkeleton />;
  if (session.me) return <Outlet />;
  if (session.demo && !session.demo.persona && atStart) return <Outlet />;
  return <SignedOut demo={session.demo} error={error} />;
}
