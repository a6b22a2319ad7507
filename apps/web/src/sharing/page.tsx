import { Page } from '../app/page';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Earlier } from './earlier';
import { Everybody } from './everybody';
import { Links } from './links';
import { Named } from './named';
import { NameSomebody } from './name-somebody';
import classes from './sharing.module.css';
import { useSharing } from './use-share';

/*
 * Who may see the reader's record, under `paths.sharing`: data-screen `sharing`; `[data-share]`, `[data-health-link]`; data-action
 * `share-stop`, `share-back`, `name-somebody`, `share-give`, `new-link`, `make-link`, `show-link`, `copy-link`, `end-link`;
 * data-category on each switch.
 */

export default function SharingRoute() {
  const say = useSay();
  const query = useSharing();
  return (
    <Loaded query={query}>
      {({ treating, emergency, shares, earlier, people }) => (
        <Page title={say('share.title')} lead={<p>{say('share.lead')}</p>} narrow>
          <div data-screen="sharing">
            <Everybody about="treating" categories={treating} />
            <Everybody about="emergency" categories={emergency} />
            <section className={card.section} aria-labelledby="share-people">
              <h2 id="share-people" className={card.heading}>
                {say('share.people')}
              </h2>
              <p className={classes.lead}>{say('share.peopleBody')}</p>
              <Named shares={shares} people={people} />
              <NameSomebody people={people} />
            </section>
            <Links />
            {earlier.length > 0 && <Earlier shares={earlier} />}
          </div>
        </Page>
      )}
    </Loaded>
  );
}
