import { Button } from '@mantine/core';
import { IconPencil, IconSignature } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { UnsignedPage } from '@okaeri/contracts';
import { useUnsigned } from '../api/work';
import { notePath } from '../app/paths';
import { Trouble } from '../app/trouble';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import card from '../parts/card.module.css';
import list from '../parts/list.module.css';

/** Visits that took place and whose note the physician has not signed; nothing at all where none is left. */
export function NotesToSign() {
  const say = useSay();
  const unsigned = useUnsigned();
  const items = unsigned.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return unsigned.error ? <Trouble error={unsigned.error} /> : null;
  return (
    <section className={card.section} aria-labelledby="today-notes" data-screen="notes-to-sign">
      <h2 id="today-notes" className={card.heading}>
        {say('today.notes.title')}
      </h2>
      <ul className={list.list}>
        {items.map((item) => (
          <Row key={item.visitId} item={item} />
        ))}
      </ul>
      {unsigned.hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={unsigned.isFetchingNextPage}
          onClick={() => void unsigned.fetchNextPage()}
          data-action="more-notes"
        >
          {say('common.more')}
        </Button>
      )}
    </section>
  );
}

function Row({ item }: { item: UnsignedPage['items'][number] }) {
  const say = useSay();
  const { date, time } = item.when.yours;
  const begun = item.note === 'draft';
  const Icon = begun ? IconSignature : IconPencil;
  return (
    <li className={list.row} data-visit={item.visitId} data-note={item.note}>
      <div className={list.words}>
        <p className={list.main}>
          <Name name={item.other} both />
        </p>
        <p>{say('home.row.when', { date, time })}</p>
        <p className={list.quiet}>
          {item.title} · {say(begun ? 'today.notes.draft' : 'today.notes.none')}
        </p>
      </div>
      <Button
        component={Link}
        to={notePath(item.visitId)}
        variant="default"
        leftSection={<Icon size={20} aria-hidden="true" />}
        data-action="write-note"
      >
        {say(begun ? 'today.notes.sign' : 'today.notes.write')}
        <About name={item.other.display} />
      </Button>
    </li>
  );
}
