import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import type { CaseVisit } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { LongField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSayOf } from '../locale/say-of';
import { Dialog } from '../parts/dialog';

/** A cancelled visit cannot come back, so this asks, and asks why: everybody in it is told. */
export function CancelDialog({ visit, onClose }: { visit: CaseVisit; onClose: () => void }) {
  const say = useSayOf(visit.kind);
  return (
    <Dialog title={say('today.cancel.title')} onClose={onClose}>
      <CancelForm visit={visit} onClose={onClose} />
    </Dialog>
  );
}

function CancelForm({ visit, onClose }: { visit: CaseVisit; onClose: () => void }) {
  const say = useSayOf(visit.kind);
  const form = useForm({ reason: '' }, null);
  const cancel = useWrite((reason: string, key) =>
    body(
      typed.POST('/api/visits/{visitId}/cancel', {
        params: { path: { visitId: visit.visitId }, header: keyed(key) },
        body: { reason, version: visit.version },
      }),
    ),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['reason'])) return;
    cancel.mutate(form.values.reason.trim(), { onSuccess: onClose, onError: (error) => void form.refuse(error) });
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
      <p className={formClasses.quiet} data-when>
        {visit.when.sentence}
      </p>
      <LongField form={form} name="reason" label={say('today.cancel.reason')} hint={say('case.cancel.hint')} />
      {cancel.error && Object.keys(form.mistakes).length === 0 && <Trouble error={cancel.error} />}
      <div className={formClasses.actions}>
        <Button variant="default" onClick={onClose}>
          {say('today.cancel.keep')}
        </Button>
        <Button type="submit" color="red" loading={cancel.isPending} data-action="confirm-cancel">
          {say('today.cancel.confirm')}
        </Button>
      </div>
    </form>
  );
}
