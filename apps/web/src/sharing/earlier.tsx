import type { SharingPage } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import list from '../parts/list.module.css';
import { Parts, isForEmergency } from './named';

/** What she has said before, and until when it counted. */
export function Earlier({ shares }: { shares: SharingPage['earlier'] }) {
  const say = useSay();
  return (
    <section className={card.section} aria-labelledby="share-earlier">
      <h2 id="share-earlier" className={card.heading}>
        {say('share.earlier')}
      </h2>
      <ul className={list.list}>
        {shares.map(({ shareId, grantee, purpose, categories, sinceWords, endedWords }) => (
          <li key={shareId} className={list.row} data-share="earlier">
            <div className={list.words}>
              <p className={list.main}>{grantee.name}</p>
              <Parts categories={categories} />
              {isForEmergency({ grantee, purpose }) && <p className={list.quiet}>{say('share.for.ETREAT')}</p>}
              <p className={list.quiet}>
                {say('share.since', { when: sinceWords })}
                {endedWords && ` · ${say('share.ended', { when: endedWords })}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
