import { IconChevronRight, IconFileText, IconMessage } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { HomePage } from '@okaeri/contracts';
import { notePath, threadPath } from '../app/paths';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import classes from './home.module.css';

/** What the team wrote: the newest notes and the messages. */
export function AfterVisits({ home }: { home: HomePage }) {
  const say = useSay();
  const { notes, threads } = home;
  return (
    <>
      {notes.length > 0 && (
        <section className={card.section} aria-labelledby="home-notes">
          <h2 id="home-notes" className={card.heading}>
            {say('home.notes')}
          </h2>
          <ul className={card.rows}>
            {notes.map(({ noteId, visitId, title, atWords, read }) => (
              <li key={noteId}>
                <Link to={notePath(visitId)} className={classes.row} data-link data-action="read-note">
                  <IconFileText size={24} aria-hidden="true" className={classes.sign} />
                  <span className={classes.rowWords}>
                    <span className={classes.rowWhen}>{read ? title : say('home.note.new', { title })}</span>
                    <span className={classes.rowAbout}>{say('home.note.signed', { at: atWords })}</span>
                  </span>
                  <IconChevronRight size={22} aria-hidden="true" />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {threads.length > 0 && (
        <section className={card.section} aria-labelledby="home-threads">
          <h2 id="home-threads" className={card.heading}>
            {say('case.messages')}
          </h2>
          <ul className={card.rows}>
            {threads.map(({ episodeId, title, unread }) => (
              <li key={episodeId}>
                <Link to={threadPath(episodeId)} className={classes.row} data-link data-action="open-thread">
                  <IconMessage size={24} aria-hidden="true" className={classes.sign} />
                  <span className={classes.rowWords}>
                    <span className={classes.rowWhen}>{say('home.thread.team')}</span>
                    <span className={classes.rowAbout}>
                      {title}
                      {unread > 0 && ` · ${say('board.unread', { count: unread })}`}
                    </span>
                  </span>
                  <IconChevronRight size={22} aria-hidden="true" />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
