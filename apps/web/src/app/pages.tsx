import { Suspense } from 'react';
import { matchPath, Route, Routes } from 'react-router';
import { later } from './later';
import { NotFound } from './not-found';
import { PageSkeleton } from './page';
import { paths } from './paths';
import { SessionGate } from '../sign-in/session-gate';
import { Start } from './start';

const Visit = later(() => import('../visit/page'), Boolean(matchPath(paths.visit, window.location.pathname)));
const Check = later(() => import('../check/page'), window.location.pathname === paths.check);

export function Pages() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route element={<SessionGate />}>
          <Route path={paths.start} element={<Start />} />
          <Route path={paths.visit} element={<Visit />} />
          <Route path={paths.check} element={<Check />} />
          <Route path={paths.anything} element={<NotFound />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
