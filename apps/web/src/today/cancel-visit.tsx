import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { VisitCard } from '@okaeri/contracts';
import { useCancelVisit } from '../api/pages';
import { Trouble } from '../app/trouble';
import { useSayOf } from '../locale/say-of';
import { Dialog } from '../parts/dialog';
import classes from './today.module.css';

/** A cancelled visit cannot come back, so this asks, and asks why: the reason is told to the patient. */
export function CancelVisit({ visit, onClose }: { visit: VisitCard; onClose: () => void }) {
  const say = useSayOf(visit.kind);
  return (
    <Dialog title={say('today.cancel.title')} onClose={onClose}>
      <Form visit={visit} onClose={onClose} />
    </Dialog>
  );
}

function Form({ visit, onClose }: { visit: VisitCard; onClose: () => void }) {
  const say = useSayOf(visit.kind);
  const cancel = useCancelVisit(visit.visitId, visit.version);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = asked && reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() !== '') cancel.mutate(reason.trim(), { onSuccess: onClose });
  };
  return (
    <form onSubmit={submit} noValidate>
      <p style={{ marginTop: 0 }}>
        {say('today.cancel.what', {
          name: visit.other.display,
          date: visit.when.yours.date,
          time: visit.when.yours.time,
        })}
      </p>
      <Textarea
        label={say('today.cancel.reason')}
        description={say('today.cancel.reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={missing ? say('today.cancel.reasonMissing') : undefined}
        maxLength={500}
        autosize
        minRows={2}
        data-first
      />
      {cancel.error && <Trouble error={cancel.error} />}
      <div className={classes.answers}>
        <Button variant="default" onClick={onClose}>
          {say('today.cancel.keep')}
        </Button>
        <Button type="submit" color="red" loading={cancel.isPending}>
          {say('today.cancel.confirm')}
        </Button>
      </div>
    </form>
  );
}
