import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { FreeTime } from '@okaeri/contracts';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import { MomentClocks } from '../schedule/moment-clocks';
import classes from './book.module.css';
import type { PreviewState } from './use-preview';

interface PreviewProps {
  preview: PreviewState;
  whole: boolean;
  onTake: (free: FreeTime) => void;
}

/** The time on every clock with its date, what stands against it, and the nearest time that does not. */
export function Preview({ preview, whole, onTake }: PreviewProps) {
  const say = useSay();
  const { data, error, repeated } = preview;
  return (
    <section className={classes.preview} aria-labelledby="book-meaning" aria-live="polite">
      <h2 id="book-meaning" className={classes.title}>
        {say('book.meaning')}
      </h2>
      {!whole && <p className={classes.quiet}>{say('book.chooseTime')}</p>}
      {error && !repeated && <Trouble error={error} />}
      {repeated && <p className={classes.warn}>{say('book.repeated')}</p>}
      {whole && data && (
        <>
          <MomentClocks preview={data} told={false} />
          {data.conflicts.length === 0 ? (
            <p className={classes.good} data-free>
              <IconCircleCheck size={22} aria-hidden="true" />
              {say('book.free')}
            </p>
          ) : (
            <div className={classes.conflicts} data-conflicts={data.conflicts.length}>
              {data.free && (
                <>
                  <p className={classes.nearest}>
                    {say('book.nearest', { date: data.free.when.yours.date, time: data.free.when.yours.time })}
                  </p>
                  <Button variant="default" onClick={() => data.free && onTake(data.free)} data-action="take-free">
                    {say('book.take')}
                  </Button>
                </>
              )}
            </div>
          )}
        </>
      )}
    </section>
  );
}
