import { Fragment } from 'react';
import { IconWriting } from '@tabler/icons-react';
import { Say } from '../../locale/say';
import { Language } from '../people/role';
import classes from './captions.module.css';

/** Nobody's words are taken down by an engine without everybody in the room being told. */
export function Written({ languages }: { languages: readonly string[] }) {
  const names = languages.map((tag, at) => (
    <Fragment key={tag}>
      {at > 0 && ' · '}
      <Language tag={tag} />
    </Fragment>
  ));
  // There before it says anything: what is not there cannot be listened to.
  return (
    <div role="status" className={classes.lines}>
      {names.length > 0 && (
        <p className={classes.written} data-written={languages.join(' ')}>
          <IconWriting size={18} aria-hidden="true" />
          <span>
            <Say id="call.captions.written" values={{ languages: <Fragment key="languages">{names}</Fragment> }} />
          </span>
        </p>
      )}
    </div>
  );
}
