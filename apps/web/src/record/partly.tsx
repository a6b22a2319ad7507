import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { LongField } from '../forms/fields';
import { useForm } from '../forms/use-form';
import formClasses from '../forms/form.module.css';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Dialog } from '../parts/dialog';
import classes from './record.module.css';

/** That there may be more than is shown, without what; and a question to the patient. data-action `ask-more`, `send-ask`. */
export function Partly({ personId }: { personId: string }) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const [sent, setSent] = useState(false);
  return (
    <div className={card.note} data-partly>
      <p className={classes.said}>{say('share.partly')}</p>
      {sent ? (
        <p role="status" className={classes.said}>
          {say('share.askSent')}
        </p>
      ) : (
        <Button variant="default" onClick={() => setAsking(true)} data-action="ask-more">
          {say('share.ask')}
        </Button>
      )}
      {asking && (
        <Ask
          personId={personId}
          onClose={() => setAsking(false)}
          onSent={() => {
            setAsking(false);
            setSent(true);
          }}
        />
      )}
    </div>
  );
}

function Ask({ personId, onClose, onSent }: { personId: string; onClose: () => void; onSent: () => void }) {
  const say = useSay();
  const form = useForm({ text: '' }, null);
  const ask = useWrite((text: string, key) =>
    body(
      typed.POST('/api/patients/{personId}/share-asks', {
        params: { path: { personId }, header: keyed(key) },
        body: { text },
      }),
    ),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.need(['text'])) ask.mutate(form.values.text, { onSuccess: onSent });
  };
  return (
    <Dialog title={say('share.ask')} onClose={onClose}>
      <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
        <LongField form={form} name="text" label={say('share.askLabel')} maxLength={300} />
        {ask.error && <Trouble error={ask.error} />}
        <div className={formClasses.actions}>
          <Button type="submit" loading={ask.isPending} data-action="send-ask">
            {say('share.askSend')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
