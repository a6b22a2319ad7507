import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useNow } from '../api/pages';
import { useMe } from '../api/session';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { Wordmark } from '../theme/wordmark';
import { ErrorBoundary } from '../app/error-boundary';
import { Bell } from './bell';
import { HeaderMenu } from './header-menu';
import { Nav } from './nav';
import { paths } from '../app/paths';
import { ReachBanner } from './reach-banner';
import { useRoom } from '../app/room';
import { useKeptMessages } from '../visit/message/resume';
import classes from './shell.module.css';

/** Header, banner and the one `main`; in a call only the `main` is left. */
export function Shell({ children }: { children: ReactNode }) {
  const say = useSay();
  const { inCall } = useRoom();
  const me = useMe();
  const now = useNow();
  useKeptMessages(me);
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {say('common.skip')}
      </a>
      {!inCall && (
        <header className={classes.header}>
          <div className={classes.bar}>
            <Link to={paths.start} className={classes.home} data-signed-in={me ? true : undefined}>
              <Wordmark />
              <VisuallyHidden>{say('common.homeLink')}</VisuallyHidden>
            </Link>
            {me && (
              <div className={classes.me}>
                <span className={classes.myName}>
                  <Name name={me.name} />
                </span>
                <span className={classes.myPlace}>
                  {now ? say('common.placeTime', { place: me.place, time: now.time }) : me.place}
                </span>
              </div>
            )}
            <Bell />
            <HeaderMenu />
          </div>
        </header>
      )}
      {!inCall && <Nav />}
      {/* In a call there is one line about what happens, and it is the room's. */}
      {!inCall && <ReachBanner />}
      <main id="main" tabIndex={-1} className={classes.main}>
        <ErrorBoundary key={useLocation().pathname}>{children}</ErrorBoundary>
      </main>
    </div>
  );
}
