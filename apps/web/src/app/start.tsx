import { matchPath } from 'react-router';
import { useMe, useSession } from '../api/session';
import { NotFound } from './not-found';
import { later } from './later';
import { paths } from './paths';
import { firstPageOf } from './first-page';

const likely = Boolean(matchPath(paths.start, window.location.pathname));

const pages = {
  home: later(() => import('../home/page'), { likely, first: true }),
  today: later(() => import('../today/page'), { likely }),
  board: later(() => import('../board/page')),
  jobs: later(() => import('../jobs/page')),
  people: later(() => import('../people/page')),
  'set-up': later(() => import('../set-up/page')),
};
const Stage = later(() => import('../stage/page'));

/** `/` is another page for each: the stage for nobody yet, and for everybody else where her work begins. */
export function Start() {
  const me = useMe();
  const session = useSession().data;
  if (!session) return <NotFound />;
  if (!me) return <Stage />;
  const First = pages[firstPageOf(me, session.steward ?? false)];
  return <First />;
}
