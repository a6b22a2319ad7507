import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HealthLink, HealthLinks, HealthLinkShown } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Loaded, Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import card from '../parts/card.module.css';
import { Empty } from '../parts/empty';
import list from '../parts/list.module.css';
import { MakeLink } from './make-link';
import { Parts } from './named';
import classes from './sharing.module.css';
import { ShownLink } from './shown-link';

/** Her links: what each opens, who came by it, and what ends it. */
export function Links() {
  const say = useSay();
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<{ link: HealthLinkShown; label: string } | null>(null);
  const [ended, setEnded] = useState('');
  const query = useQuery({
    queryKey: ['health-links'],
    queryFn: (): Promise<HealthLinks> => body(typed.GET('/api/me/health-links')),
  });
  return (
    <section className={card.section} aria-labelledby="share-links">
      <h2 id="share-links" className={card.heading}>
        {say('shl.title')}
      </h2>
      <p className={classes.lead}>{say('shl.lead')}</p>
      <p role="status" className={ended ? classes.said : undefined}>
        {ended && say('shl.endedNow', { label: ended })}
      </p>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say('shl.none')} />
          ) : (
            <ul className={card.rows}>
              {items.map((link) => (
                <One
                  key={link.linkId}
                  link={link}
                  onShow={(found) => setShown({ link: found, label: link.label })}
                  onEnded={() => setEnded(link.label)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div className={list.actions} style={{ marginTop: '1rem' }}>
        <Button variant="default" onClick={() => setMaking(true)} data-action="new-link">
          {say('shl.new')}
        </Button>
      </div>
      {making && (
        <MakeLink
          onClose={() => setMaking(false)}
          onMade={(link, label) => {
            setMaking(false);
            setShown({ link, label });
          }}
        />
      )}
      {shown && <ShownLink {...shown} onClose={() => setShown(null)} />}
    </section>
  );
}

function One(props: { link: HealthLink; onShow: (link: HealthLinkShown) => void; onEnded: () => void }) {
  const { link, onShow, onEnded } = props;
  const say = useSay();
  const { linkId, label, state, categories, untilWords, openings } = link;
  const path = { params: { path: { linkId } } };
  const show = useWrite(() => body(typed.GET('/api/me/health-links/{linkId}', path)));
  const end = useWrite(() => body(typed.DELETE('/api/me/health-links/{linkId}', path)));
  return (
    <li className={card.card} data-health-link={state}>
      <div className={classes.stack}>
        <h3 className={classes.name}>{label}</h3>
        <p className={classes.quiet}>{say(`shl.state.${state}`, { when: untilWords })}</p>
        <Parts categories={categories} />
        {openings.length > 0 && (
          <ul className={classes.parts}>
            {openings.map(({ atWords, recipient, opened }, at) => (
              <li key={`${atWords} ${openings.length - at}`} data-opening={opened ? 'opened' : 'wrong'}>
                {say(opened ? 'shl.opened' : 'shl.wrong', { when: atWords, name: recipient ?? '–' })}
              </li>
            ))}
          </ul>
        )}
        {(show.error ?? end.error) && <Trouble error={show.error ?? end.error} />}
        {(state === 'open' || state === 'locked') && (
          <div className={list.actions}>
            {state === 'open' && (
              <Button
                variant="default"
                loading={show.isPending}
                onClick={() => show.mutate(undefined, { onSuccess: (found) => onShow(found) })}
                data-action="show-link"
              >
                {say('shl.show')}
                <About name={label} />
              </Button>
            )}
            <Button
              variant="default"
              c="var(--okaeri-danger)"
              bd="1px solid var(--okaeri-danger)"
              loading={end.isPending}
              onClick={() => end.mutate(undefined, { onSuccess: onEnded })}
              data-action="end-link"
            >
              {say('shl.end')}
              <About name={label} />
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
