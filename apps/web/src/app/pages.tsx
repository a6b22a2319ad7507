import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { later } from './later';
import { NotFound } from './not-found';
import { PageSkeleton } from './page';
import { paths } from './paths';
import { SessionGate } from '../sign-in/session-gate';
import { Start } from './start';

const Visit = later(() => import('../visit/page'));
const Check = later(() => import('../check/page'));

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
