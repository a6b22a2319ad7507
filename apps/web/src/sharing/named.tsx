import { Button } from '@mantine/core';
import { useState } from 'react';
import { recordCategories } from '@okaeri/contracts';
import type { SharingPage } from '@okaeri/contracts';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import card from '../parts/card.module.css';
import list from '../parts/list.module.css';
import classes from './sharing.module.css';
import { useShare, useUnsay } from './use-share';
import type { Grantee, Purpose } from './use-share';

type Share = SharingPage['shares'][number];

/** Those she has said something about by name, and one press that ends it. */
export function Named({ shares, people }: Pick<SharingPage, 'shares' | 'people'>) {
  const say = useSay();
  const [stopped, setStopped] = useState('');
  return (
    <>
      <p role="status" className={stopped ? classes.said : undefined}>
        {stopped && say('share.stopped', { name: stopped })}
      </p>
      {shares.length > 0 && (
        <ul className={card.rows}>
          {shares.map((share) => (
            <NamedOne
              key={share.shareId}
              share={share}
              treats={people.some(({ id, treats }) => treats && id === idOf(share))}
              onStopped={setStopped}
            />
          ))}
        </ul>
      )}
    </>
  );
}

const idOf = ({ grantee: { personId, institutionId, role } }: Share) => personId ?? institutionId ?? role;

/** Of somebody who is named; what is for everybody is called so. */
export const isForEmergency = ({ grantee, purpose }: Pick<Share, 'grantee' | 'purpose'>): boolean =>
  purpose === 'ETREAT' && grantee.kind !== 'treating';

function NamedOne({ share, treats, onStopped }: { share: Share; treats: boolean; onStopped: (name: string) => void }) {
  const say = useSay();
  const stating = useShare();
  const unsaying = useUnsay();
  const { shareId, grantee, categories, sinceWords, untilWords } = share;
  const { name } = grantee;
  const meant = granteeOf(share);
  const onSuccess = () => onStopped(name);
  const purpose: Purpose = share.purpose === 'ETREAT' ? 'ETREAT' : 'TREAT';
  // Whoever treats her would go on as everybody does: for them it has to be said.
  const stop = () =>
    treats && meant
      ? stating.mutate({ grantee: meant, purpose, categories: [] }, { onSuccess })
      : unsaying.mutate(shareId, { onSuccess });
  const error = stating.error ?? unsaying.error;
  return (
    <li className={card.card} data-share={grantee.kind}>
      <div className={classes.stack}>
        <h3 className={classes.name}>{name}</h3>
        {isForEmergency(share) && <p className={classes.purpose}>{say('share.for.ETREAT')}</p>}
        <p className={classes.quiet}>
          {untilWords
            ? say('share.sinceUntil', { when: sinceWords, until: untilWords })
            : say('share.since', { when: sinceWords })}
        </p>
        <Parts categories={categories} />
        {error && <Trouble error={error} />}
        <div className={list.actions}>
          {categories.length > 0 && (
            <Button
              variant="default"
              c="var(--okaeri-danger)"
              bd="1px solid var(--okaeri-danger)"
              loading={stating.isPending || unsaying.isPending}
              onClick={stop}
              data-action="share-stop"
            >
              {say('share.stop')}
              <About name={name} />
            </Button>
          )}
          {treats && (
            <Button
              variant="default"
              loading={unsaying.isPending}
              onClick={() => unsaying.mutate(shareId)}
              data-action="share-back"
            >
              {say('share.back')}
              <About name={name} />
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

function granteeOf({ grantee: { personId, institutionId, role } }: Share): Grantee | null {
  if (role) return { kind: 'role', role };
  if (personId) return { kind: 'person', personId };
  return institutionId ? { kind: 'institution', institutionId } : null;
}

/** What may be seen, as a list. */
export function Parts({ categories }: Pick<Share, 'categories'>) {
  const say = useSay();
  if (categories.length === 0) return <p>{say('share.nothing')}</p>;
  if (categories.length === recordCategories.length) return <p>{say('share.all')}</p>;
  return (
    <ul className={classes.parts}>
      {categories.map((category) => (
        <li key={category}>{say(`share.what.${category}`)}</li>
      ))}
    </ul>
  );
}
