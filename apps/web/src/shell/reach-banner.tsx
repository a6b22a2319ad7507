import { IconCloudOff } from '@tabler/icons-react';
import { useLost } from '../api/reach';
import { useSay } from '../locale/say';
import classes from './shell.module.css';

/** Always in the document, so that a screen reader hears it come and go. */
export function ReachBanner() {
  const say = useSay();
  const lost = useLost();
  return (
    <div role="status" className={lost ? classes.banner : undefined}>
      {lost && (
        <>
          <IconCloudOff size={22} aria-hidden="true" />
          <span>{say('error.page.unreachable')}</span>
        </>
      )}
    </div>
  );
}
