import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useLocale } from '../locale/locale';
import { useSay, useSayError } from '../locale/say';
import classes from './files.module.css';
import { sizeWords } from './size';
import { stopUpload, type Upload } from './uploads';

/** A file on its way, with a number; or why it did not come. */
export function Sending({ upload }: { upload: Upload }) {
  const say = useSay();
  const sayError = useSayError();
  const { locale } = useLocale();
  const label = useId();
  const { id, name, bytes, sent, state, error } = upload;
  const percent = bytes > 0 ? Math.min(100, Math.floor((sent / bytes) * 100)) : 100;
  const failed = state === 'failed';
  const words =
    state === 'looking'
      ? say('file.looking')
      : state === 'paused'
        ? say('file.paused')
        : say('file.progress', { percent, size: sizeWords(bytes, locale) });
  return (
    <li className={classes.row} data-upload={state} data-error={error?.code}>
      <div className={classes.words}>
        <p id={label} className={classes.name}>
          {failed ? <bdi>{name}</bdi> : say('file.sending', { name })}
        </p>
        {failed ? (
          <p className={classes.why} role="alert">
            {sayError(error)}
          </p>
        ) : (
          <>
            <progress className={classes.progress} max={100} value={percent} aria-labelledby={label} />
            <p className={classes.quiet}>{words}</p>
          </>
        )}
      </div>
      <ActionIcon
        color="gray"
        aria-label={failed ? say('file.dismiss') : say('file.stop', { name })}
        onClick={() => stopUpload(id)}
        data-action={failed ? 'dismiss' : 'stop-upload'}
      >
        <IconX size={22} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}
