import { Button } from '@mantine/core';
import { useId } from 'react';
import { Trouble } from '../app/trouble';
import files from '../files/files.module.css';
import { sizeWords } from '../files/size';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { dismissBringing, stopBringing, type Bringing } from './bringing';
import classes from './record.module.css';
import { Became } from './became';

/** Files on their way into a record, with a number; then what became of them. */
export function OnItsWay({ bringing }: { bringing: Bringing }) {
  const say = useSay();
  const { locale } = useLocale();
  const title = useId();
  const { state, sent, bytes, filesSent, error, report } = bringing;
  if (state === 'done' && report) {
    return (
      <section className={card.card} role="status" data-bring="done">
        <h2 className={card.heading}>
          {say(report.counts.taken + report.counts.kept > 0 ? 'medical.done.title' : 'medical.none')}
        </h2>
        <Became report={report} />
        <p className={classes.original}>
          <Button variant="default" onClick={dismissBringing} data-action="dismiss">
            {say('file.dismiss')}
          </Button>
        </p>
      </section>
    );
  }
  if (state === 'failed') {
    return (
      <div data-bring="failed" data-error={error?.code}>
        <Trouble error={error} />
      </div>
    );
  }
  // The last per cent is not there before all is there.
  const percent = bytes > 0 ? Math.min(state === 'working' ? 100 : 99, Math.floor((sent / bytes) * 100)) : 0;
  return (
    <section className={card.card} data-bring={state} aria-labelledby={title}>
      <p id={title} className={classes.title} role="status">
        {say(state === 'working' ? 'medical.looking' : 'medical.onItsWay')}
      </p>
      <progress className={files.progress} max={100} value={percent} aria-labelledby={title} />
      <p className={files.quiet}>{say('file.progress', { percent, size: sizeWords(bytes, locale) })}</p>
      {bringing.files > 1 && (
        <p className={files.quiet}>{say('medical.filesSent', { sent: filesSent, count: bringing.files })}</p>
      )}
      {state === 'paused' && <p className={card.note}>{say('file.paused')}</p>}
      {state !== 'working' && (
        <p className={classes.original}>
          <Button variant="default" onClick={stopBringing} data-action="stop-bring">
            {say('medical.stop')}
          </Button>
        </p>
      )}
    </section>
  );
}
