import type { RecordSection } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Attachments } from './attachments';
import classes from './record.module.css';

/** One part of a record. Where there is nothing in it, it says why. */
export function Section({ section }: { section: RecordSection }) {
  const say = useSay();
  const { key, title, empty, lines, narratives } = section;
  const heading = `record-${key}`;
  return (
    <section className={card.section} aria-labelledby={heading} data-section={key}>
      <h2 id={heading} className={card.heading}>
        {title}
      </h2>
      {empty && lines.length === 0 && <p className={classes.quiet}>{empty}</p>}
      {lines.length > 0 && (
        <ul className={classes.lines}>
          {lines.map((line) => (
            <li key={line.lineId} className={classes.line} data-type={line.type}>
              <div className={classes.words}>
                <p className={classes.title}>{line.title}</p>
                {line.said.map((words) => (
                  <p key={words} className={classes.more}>
                    {words}
                  </p>
                ))}
                <Attachments line={line} />
                {!line.understood && <p className={classes.quiet}>{say('medical.partly')}</p>}
              </div>
              {line.when && <p className={classes.when}>{line.when}</p>}
            </li>
          ))}
        </ul>
      )}
      {narratives.length > 0 && (
        <details className={classes.details}>
          <summary>{say('medical.narrative')}</summary>
          {narratives.map((html) => (
            // Made anew on the server out of a short list of elements, with nothing in them that runs, loads or leads away.
            <div key={html} className={classes.narrative} dangerouslySetInnerHTML={{ __html: html }} />
          ))}
        </details>
      )}
    </section>
  );
}
