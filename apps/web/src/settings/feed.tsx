import { Button, TextInput } from '@mantine/core';
import type { CalendarsPage } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import formClasses from '../forms/form.module.css';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import list from '../parts/list.module.css';

/** Her own visits for her calendar program. Which address that is, is shown when it is made, and never again. */
export function Feed({ feed }: { feed: CalendarsPage['feed'] }) {
  const say = useSay();
  const make = useWrite(() => body(typed.POST('/api/me/feed')));
  const end = useWrite(() => body(typed.DELETE('/api/me/feed')));
  const made = feed && make.data?.url;
  return (
    <section className={card.section} aria-labelledby="feed">
      <h2 id="feed" className={card.heading}>
        {say('told.feed.title')}
      </h2>
      <p className={formClasses.quiet}>{say('told.feed.body')}</p>
      {feed && (
        <div className={list.words}>
          <p>{feed.sinceWords}</p>
          <p className={list.quiet}>{feed.readWords}</p>
        </div>
      )}
      <div role="status">
        {made && (
          <TextInput
            mt="md"
            label={say('told.feed.address')}
            description={say('told.feed.made')}
            value={made}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
            data-feed
          />
        )}
      </div>
      {(make.error ?? end.error) && <Trouble error={make.error ?? end.error} />}
      <div className={list.actions} style={{ marginTop: '1rem' }}>
        <Button
          variant="default"
          loading={make.isPending}
          onClick={() => make.mutate(undefined)}
          data-action="make-feed"
        >
          {say(feed ? 'told.feed.renew' : 'told.feed.make')}
        </Button>
        {feed && (
          <Button
            variant="default"
            loading={end.isPending}
            onClick={() => end.mutate(undefined)}
            data-action="end-feed"
          >
            {say('told.feed.end')}
          </Button>
        )}
      </div>
    </section>
  );
}
