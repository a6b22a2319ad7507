import { NavLink } from 'react-router';
import { useMe, useSession } from '../api/session';
import { paths } from '../app/paths';
import { useSay } from '../locale/say';
import classes from './nav.module.css';
import { roomsOf } from './rooms';

/** The rooms of her work. One room needs no sign to itself, and a guest has one visit only. */
export function Nav() {
  const say = useSay();
  const me = useMe();
  const session = useSession().data;
  const settled = me && !session?.scope && !session?.welcomeNeeded;
  const rooms = settled ? roomsOf(me, session?.steward ?? false) : [];
  if (rooms.length < 2) return null;
  return (
    <nav className={classes.nav} aria-label={say('menu.title')}>
      <ul className={classes.rooms}>
        {rooms.map(({ to, label }) => (
          <li key={to}>
            <NavLink to={to} end={to === paths.start} className={classes.room}>
              {say(label)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
