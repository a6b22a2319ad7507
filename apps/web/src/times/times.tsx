import { Button } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { FoundSlot, SelfPage } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { Page } from '../app/page';
import { Trouble } from '../app/trouble';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Clocks } from '../parts/clocks';
import { Empty } from '../parts/empty';
import classes from './times.module.css';

const first = 3;

interface TimesProps<Done> {
  page: SelfPage;
  title: string;
  /** The words of the press that makes it so. */
  yes: string;
  write: UseMutationResult<Done, Error, string>;
  onDone: (done: Done) => void;
  children?: ReactNode;
}

/** A few good times, on her clock and the hospital's: one press for one of them, and one to be sure. */
export function Times<Done>({ page, title, yes, write, onDone, children }: TimesProps<Done>) {
  const say = useSay();
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const gone = write.error instanceof ApiError && write.error.code === 'not_available';
  const slots = all ? page.slots : page.slots.slice(0, first);
  return (
    <Page
      title={title}
      lead={
        <>
          {page.title} · <Name name={page.physician} both /> · {say('today.day.minutes', { minutes: page.minutes })}
        </>
      }
      narrow
    >
      <div data-screen="times" data-remaining={page.remaining}>
        {children}
        {write.error &&
          (gone ? (
            <p role="alert" className={classes.gone}>
              {say('times.gone')}
            </p>
          ) : (
            <Trouble error={write.error} />
          ))}
        {page.slots.length === 0 && (
          <Empty title={say('times.none.title')}>
            <p>{say('times.none.body')}</p>
          </Empty>
        )}
        <ul className={card.rows}>
          {slots.map((slot) => (
            <Choice
              key={slot.startsAt}
              slot={slot}
              chosen={chosen === slot.startsAt}
              busy={write.isPending}
              yes={yes}
              onChoose={(sure) => {
                write.reset();
                setChosen(sure ? slot.startsAt : null);
              }}
              onBook={() => write.mutate(slot.startsAt, { onSuccess: onDone, onError: () => setChosen(null) })}
            />
          ))}
        </ul>
        {!all && page.slots.length > first && (
          <Button variant="default" size="lg" mt="lg" onClick={() => setAll(true)} data-action="more">
            {say('times.more')}
          </Button>
        )}
      </div>
    </Page>
  );
}

interface ChoiceProps {
  slot: FoundSlot;
  chosen: boolean;
  busy: boolean;
  yes: string;
  onChoose: (yes: boolean) => void;
  onBook: () => void;
}

function Choice({ slot, chosen, busy, yes, onChoose, onBook }: ChoiceProps) {
  const say = useSay();
  return (
    <li className={card.card} data-slot={slot.startsAt} data-chosen={chosen || undefined}>
      <Clocks when={slot.when} />
      <p className={classes.reason}>{slot.reason}</p>
      {chosen ? (
        <div className={classes.actions}>
          <Button size="lg" loading={busy} onClick={onBook} data-action="book-self">
            {yes}
          </Button>
          <Button size="lg" variant="default" disabled={busy} onClick={() => onChoose(false)} data-action="another">
            {say('times.another')}
          </Button>
        </div>
      ) : (
        <Button
          size="lg"
          variant="default"
          onClick={() => onChoose(true)}
          data-action="take"
          aria-label={say('times.takeOf', { when: slot.when.sentence })}
        >
          {say('times.take')}
        </Button>
      )}
    </li>
  );
}
