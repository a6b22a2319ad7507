import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { VisitCard } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { LongField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import { About } from './about';
import { Dialog } from './dialog';

type Visit = Pick<VisitCard, 'visitId' | 'declined' | 'other' | 'when'>;

/** "I cannot come", with the reason where she gives one: the hospital hears of it at once. */
export function CannotCome({ visit }: { visit: Visit }) {
  const say = useSay();
  const [opened, setOpened] = useState(false);
  if (visit.declined) {
    return (
      <p className={formClasses.quiet} data-declined>
        {say('decline.said')}
      </p>
    );
  }
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setOpened(true)} data-action="open-decline">
        {say('decline.open')}
        <About name={visit.other.display} />
      </Button>
      {opened && (
        <Dialog title={say('decline.open')} onClose={() => setOpened(false)}>
          <Fields visit={visit} onClose={() => setOpened(false)} />
        </Dialog>
      )}
    </>
  );
}

function Fields({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const say = useSay();
  const form = useForm({ reason: '' }, null);
  const decline = useWrite((reason: string) =>
    body(
      typed.POST('/api/visits/{visitId}/decline', {
        params: { path: { visitId: visit.visitId } },
        body: reason ? { reason } : {},
      }),
    ),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decline.mutate(form.values.reason.trim(), { onSuccess: onClose, onError: (error) => void form.refuse(error) });
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
      <p className={formClasses.quiet}>{visit.when.sentence}</p>
      <p>{say('decline.hint')}</p>
      <LongField form={form} name="reason" label={say('hours.reason')} optional />
      {decline.error && Object.keys(form.mistakes).length === 0 && <Trouble error={decline.error} />}
      <div className={formClasses.actions}>
        <Button variant="default" onClick={onClose}>
          {say('decline.keep')}
        </Button>
        <Button type="submit" loading={decline.isPending} data-action="decline-visit">
          {say('decline.tell')}
        </Button>
      </div>
    </form>
  );
}
