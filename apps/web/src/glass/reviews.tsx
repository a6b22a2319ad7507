import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { GlassPage } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Loaded, Trouble } from '../app/trouble';
import { Name } from '../locale/name';
import { Say, useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Empty } from '../parts/empty';
import list from '../parts/list.module.css';

type Item = GlassPage['items'][number];

/** What has been opened in emergencies; each is reviewed once, by somebody else. data-action `glass-right`, `glass-wrong`. */
export function Reviews({ institutionId }: { institutionId: string }) {
  const say = useSay();
  const query = useQuery({
    queryKey: ['glass', institutionId],
    queryFn: (): Promise<GlassPage> =>
      body(typed.GET('/api/pages/glass/{institutionId}', { params: { path: { institutionId } } })),
  });
  return (
    <section className={card.section}>
      <h2 className={card.heading}>{say('glass.list')}</h2>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say('glass.none')} />
          ) : (
            <ul className={card.rows}>
              {items.map((item) => (
                <Glass key={item.glassId} item={item} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Glass({ item }: { item: Item }) {
  const say = useSay();
  const { by, patient, atWords: when, untilWords: until, reason, earlier, review } = item;
  return (
    <li className={card.card} data-glass={item.glassId}>
      <p className={list.main} style={{ margin: 0 }}>
        <Say id="glass.row" values={{ name: <Name name={by} />, patient: <Name name={patient} />, when, until }} />
      </p>
      <p style={{ margin: 0 }}>{reason}</p>
      <p className={earlier > 0 ? list.warn : list.quiet} style={{ margin: 0 }}>
        {say('glass.earlier', { count: earlier })}
      </p>
      {review && (
        <p className={list.quiet} style={{ margin: 0 }}>
          <Say
            id={review.justified ? 'glass.said.right' : 'glass.said.wrong'}
            values={{ name: <Name name={review.by} />, when: review.atWords }}
          />
          {review.note && ` – ${review.note}`}
        </p>
      )}
      {item.mayReview && <Review glassId={item.glassId} />}
    </li>
  );
}

function Review({ glassId }: { glassId: string }) {
  const say = useSay();
  const [note, setNote] = useState('');
  const review = useWrite((justified: boolean) =>
    body(typed.POST('/api/glass/{glassId}/review', { params: { path: { glassId } }, body: { justified, note } })),
  );
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: '0.75rem', marginTop: '0.75rem' }}>
      <Textarea
        label={say('glass.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={500}
      />
      {review.error && <Trouble error={review.error} />}
      <div className={list.actions}>
        <Button loading={review.isPending} onClick={() => review.mutate(true)} data-action="glass-right">
          {say('glass.right')}
        </Button>
        <Button
          variant="default"
          loading={review.isPending}
          onClick={() => review.mutate(false)}
          data-action="glass-wrong"
        >
          {say('glass.wrong')}
        </Button>
      </div>
    </div>
  );
}
