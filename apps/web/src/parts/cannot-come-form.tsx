import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import type { VisitCard } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { LongField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';

export interface CannotComeFormProps {
  visit: Pick<VisitCard, 'visitId' | 'when'>;
  onClose: () => void;
}

/** Why she cannot come, where she says it. */
export default function CannotComeForm({ visit, onClose }: CannotComeFormProps) {
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
