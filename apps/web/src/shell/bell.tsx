import { VisuallyHidden } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useUnread } from '../api/inbox';
import { paths } from '../app/paths';
import { useSay } from '../locale/say';
import classes from './bell.module.css';

const most = 99;

/** What she was told and has not read; a number that the eye finds and the ear is told. */
export function Bell() {
  const say = useSay();
  const unread = useUnread();
  if (unread === null) return null;
  return (
    <Link to={paths.inbox} className={classes.bell} data-action="open-inbox" data-unread={unread}>
      <IconBell size={24} aria-hidden="true" />
      {unread > 0 && (
        <span className={classes.count} aria-hidden="true">
          {Math.min(unread, most)}
        </span>
      )}
      <VisuallyHidden>{unread > 0 ? say('reach.bellNew', { count: unread }) : say('reach.bell')}</VisuallyHidden>
    </Link>
  );
}
