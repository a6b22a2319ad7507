import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconMoon } from '@tabler/icons-react';
import type { FreeTime } from '@okaeri/contracts';
import { Trouble } from '../app/trouble';
import { Say, useSay } from '../locale/say';
import { Name } from '../locale/name';
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
          <dl className={classes.walls}>
            {data.walls.map((wall) => (
              <div key={wall.zone} className={classes.wall}>
                <dt>{wall.place}</dt>
                <dd className={classes.time}>{wall.time}</dd>
                <dd>{wall.date}</dd>
              </div>
            ))}
          </dl>
          {data.warnings.map((warning) => (
            <p key={warning} className={classes.warn}>
              <IconMoon size={20} aria-hidden="true" />
              {say(`book.warning.${warning}`)}
            </p>
          ))}
          {data.conflicts.length === 0 ? (
            <p className={classes.good} data-free>
              <IconCircleCheck size={22} aria-hidden="true" />
              {say('book.free')}
            </p>
          ) : (
            <div className={classes.conflicts} data-conflicts={data.conflicts.length}>
              {data.conflicts.map(({ personId, name }) => (
                <p key={personId} className={classes.bad}>
                  <IconAlertTriangle size={22} aria-hidden="true" />
                  <span>
                    <Say id="book.conflict" values={{ name: <Name key="name" name={name} /> }} />
                  </span>
                </p>
              ))}
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
