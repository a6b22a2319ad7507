import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BringsView, BringView } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { body, typed } from '../api/typed';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import list from '../parts/list.module.css';
import { Became } from './became';

/** Pictures and papers that were brought: what became of them is read when somebody wants to know. */
export function Brings({ personId }: { personId: string }) {
  const say = useSay();
  const query = useQuery({
    queryKey: [...keys.record(personId), 'brings'],
    queryFn: (): Promise<BringsView> =>
      body(typed.GET('/api/patients/{personId}/brings', { params: { path: { personId } } })),
  });
  const brings = (query.data?.brings ?? []).filter(({ state }) => state !== 'receiving');
  if (brings.length === 0) return null;
  return (
    <section className={card.section} aria-labelledby="record-brings" data-section="brings">
      <h2 id="record-brings" className={card.heading}>
        {say('medical.brings')}
      </h2>
      <ul className={list.list}>
        {brings.map((each) => (
          <One key={each.batchId} bring={each} />
        ))}
      </ul>
    </section>
  );
}

function One({ bring }: { bring: BringView }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const { batchId, by, atWords, state, files, counts } = bring;
  const some = counts.taken + counts.kept > 0;
  return (
    <li className={list.row} data-brought={batchId}>
      <div className={list.words}>
        <p className={list.main}>{say('medical.byWhen', { name: by.display, when: atWords })}</p>
        <p className={list.quiet}>
          {state === 'working'
            ? say('medical.looking')
            : some
              ? say('medical.files', { count: files })
              : say('medical.none')}
        </p>
        {open && <Became report={bring} />}
      </div>
      {!open && state === 'done' && (
        <Button variant="default" onClick={() => setOpen(true)} data-action="show-became">
          {say('medical.showReport')}
        </Button>
      )}
    </li>
  );
}
