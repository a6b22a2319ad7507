import { lazy } from 'react';
import { isStaff, useMe } from '../api/session';

const Home = lazy(() => import('../home/page'));
const Today = lazy(() => import('../today/page'));
const Stage = lazy(() => import('../stage/page'));

/** `/` is another page for each: the stage for nobody yet, home for a patient, the day for staff. */
export function Start() {
  const me = useMe();
  if (!me) return <Stage />;
  return isStaff(me) ? <Today /> : <Home />;
}
