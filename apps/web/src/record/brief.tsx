import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { BriefPage, BriefSection } from '@okaeri/contracts';
import { later } from '../app/later';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Empty } from '../parts/empty';
import { Asked } from '../questions/asked';
import { Mark } from './mark';
import classes from './reading.module.css';
import type { Tab } from './tabs';

const OwnQuestions = later(() => import('../questions/own'));

interface BriefProps {
  page: BriefPage;
  /** Where the record has no address of its own: how another way of reading it is opened. */
  onTab?: (tab: Tab) => void;
}

/** One page for the consult: what she wants to know, what is new, and what holds today. */
export function Brief({ page, onTab }: BriefProps) {
  const say = useSay();
  const { sections, missing, visitId, sinceWords, entries, mine } = page;
  const news = sections.find(({ key }) => key === 'news');
  return (
    <div className={classes.brief} data-brief={entries}>
      {mine && visitId ? (
        <section aria-labelledby="brief-questions">
          <h2 id="brief-questions" className={card.heading}>
            {say('ready.questions.title')}
          </h2>
          <OwnQuestions visitId={visitId} />
        </section>
      ) : (
        <Asked visitId={visitId} />
      )}
      {entries === 0 ? (
        // Of a record that is shared in part nobody is told that there is nothing in it.
        !page.partly && (
          <Empty
            title={say('medical.empty')}
            action={
              !onTab && (
                <Button component={Link} to="?tab=all" data-action="to-bring">
                  {say('medical.bring')}
                </Button>
              )
            }
          >
            <p>{say('medical.emptyNext')}</p>
          </Empty>
        )
      ) : (
        <>
          {sinceWords && (
            <section className={card.card} aria-labelledby="brief-news" data-section="news">
              <h2 id="brief-news" className={`${card.heading} ${classes.dated}`}>
                {say('reading.since', { date: sinceWords })}
              </h2>
              {news ? (
                <Lines section={news} onTab={onTab} />
              ) : (
                <p className={classes.quiet}>{say('reading.nothingNew')}</p>
              )}
            </section>
          )}
          <div className={classes.columns}>
            {sections
              .filter(({ key }) => key !== 'news')
              .map((section) => (
                <section
                  key={section.key}
                  className={card.card}
                  aria-labelledby={`brief-${section.key}`}
                  data-section={section.key}
                >
                  <h2 id={`brief-${section.key}`} className={card.heading}>
                    {section.title}
                  </h2>
                  {section.empty && <p className={classes.none}>{section.empty}</p>}
                  <Lines section={section} onTab={onTab} />
                </section>
              ))}
          </div>
          {missing.length > 0 && (
            <p className={classes.missing} data-missing>
              <strong>{say(mine ? 'reading.missing.mine' : 'reading.missing')}</strong> {missing.join(' · ')}
            </p>
          )}
        </>
      )}
    </div>
  );
}

const tabOf: Partial<Record<BriefSection['key'], Tab>> = { results: 'trends', vitals: 'trends', news: 'timeline' };

function Lines({ section, onTab }: { section: BriefSection; onTab?: BriefProps['onTab'] }) {
  const say = useSay();
  const { key, lines, more } = section;
  const tab = tabOf[key] ?? 'all';
  return (
    <>
      <ul className={classes.lines}>
        {lines.map((line) => (
          <li key={line.lineId} className={classes.line} data-flag={line.flag ?? undefined}>
            <p className={classes.title}>
              {line.title}
              {line.when && <span className={classes.when}>{line.when}</span>}
            </p>
            {line.said.length > 0 && (
              <p className={classes.said}>
                <Mark flag={line.flag} trend={line.trend} />
                {line.said.join(' · ')}
              </p>
            )}
            {line.before && <p className={classes.quiet}>{say('reading.before', { words: line.before })}</p>}
          </li>
        ))}
      </ul>
      {more > 0 &&
        (onTab ? (
          <button type="button" className={classes.more} onClick={() => onTab(tab)}>
            {say('reading.more', { count: more })}
          </button>
        ) : (
          <Link to={`?tab=${tab}`} className={classes.more}>
            {say('reading.more', { count: more })}
          </Link>
        ))}
    </>
  );
}
