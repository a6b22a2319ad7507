import { isStaff, useMe } from '../api/session';
import { paths } from './paths';
import { later } from './later';

const atStart = window.location.pathname === paths.start;

const Home = later(() => import('../home/page'), atStart);
const Today = later(() => import('../today/page'), atStart);
const Stage = later(() => import('../stage/page'));

/** `/` is another page for each: the stage for nobody yet, home for a patient, the day for staff. */
export function Start() {
  const me = useMe();
  if (!me) return <Stage />;
  return isStaff(me) ? <Today /> : <Home />;
}
