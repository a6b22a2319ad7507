import { isStaff, useMe } from '../api/session';
import { later } from './later';

const Home = later(() => import('../home/page'));
const Today = later(() => import('../today/page'));
const Stage = later(() => import('../stage/page'));

/** `/` is another page for each: the stage for nobody yet, home for a patient, the day for staff. */
export function Start() {
  const me = useMe();
  if (!me) return <Stage />;
  return isStaff(me) ? <Today /> : <Home />;
}
