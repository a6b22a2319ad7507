import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { GranteeRole, RecordCategory, SharingPage } from '@okaeri/contracts';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Dialog } from '../parts/dialog';
import list from '../parts/list.module.css';
import classes from './sharing.module.css';
import { Switches } from './switches';
import { useShare } from './use-share';
import type { Grantee, Purpose } from './use-share';

const periods = [7, 30, 90, 365];
const kinds = ['person', 'institution', 'role'] as const;

/** Names somebody, and what she may see until when. */
export function NameSomebody({ people }: Pick<SharingPage, 'people'>) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  if (people.length === 0) return null;
  return (
    <div className={list.actions} style={{ marginTop: '1rem' }}>
      <Button variant="default" onClick={() => setOpen(true)} data-action="name-somebody">
        {say('share.add')}
      </Button>
      {open && <Naming people={people} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Naming({ people, onClose }: Pick<SharingPage, 'people'> & { onClose: () => void }) {
  const say = useSay();
  const share = useShare();
  const [id, setId] = useState('');
  const [purpose, setPurpose] = useState<Purpose>('TREAT');
  const [days, setDays] = useState('30');
  const [categories, setCategories] = useState<RecordCategory[]>([]);
  const chosen = people.find((each) => each.id === id);
  const give = () => {
    if (!chosen) return;
    const until = days === '' ? null : Number(days);
    share.mutate(
      { grantee: granteeOf(chosen), purpose: chosen.opens ? purpose : 'TREAT', categories, days: until },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog title={say('share.add')} onClose={onClose}>
      <div className={classes.form}>
        <NativeSelect
          label={say('share.who')}
          value={id}
          onChange={(event) => setId(event.currentTarget.value)}
          data-first
          data-field="who"
          data={[
            { value: '', label: say('share.choose') },
            ...kinds.map((kind) => ({
              group: say(`share.kind.${kind}`),
              items: people
                .filter((each) => each.kind === kind)
                .map(({ id: value, name, fromWords }) => ({
                  value,
                  label: fromWords ? `${name} – ${fromWords}` : name,
                })),
            })),
          ]}
        />
        {chosen?.opens && (
          <NativeSelect
            label={say('share.for')}
            value={purpose}
            onChange={(event) => setPurpose(event.currentTarget.value === 'ETREAT' ? 'ETREAT' : 'TREAT')}
            data-field="purpose"
            data={[
              { value: 'TREAT', label: say('share.for.TREAT') },
              { value: 'ETREAT', label: say('share.for.ETREAT') },
            ]}
          />
        )}
        {chosen?.abroad.map((words) => (
          <p key={words} className={card.note} data-abroad>
            {words}
          </p>
        ))}
        <Switches label={say('share.whatLabel')} value={categories} onChange={setCategories} />
        <NativeSelect
          label={say('share.until')}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
          data-field="days"
          data={[
            ...periods.map((count) => ({ value: String(count), label: say('share.days', { count }) })),
            { value: '', label: say('share.open') },
          ]}
        />
        {share.error && <Trouble error={share.error} />}
        <div className={list.actions}>
          <Button disabled={!chosen} loading={share.isPending} onClick={give} data-action="share-give">
            {say('share.give')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function granteeOf({ kind, id }: SharingPage['people'][number]): Grantee {
  if (kind === 'person') return { kind, personId: id };
  return kind === 'institution' ? { kind, institutionId: id } : { kind, role: id as GranteeRole };
}
