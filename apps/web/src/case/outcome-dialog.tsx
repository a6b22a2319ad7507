import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import type { CaseVisit, OutcomeForm } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { LongField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import { Dialog } from '../parts/dialog';

const outcomes = ['fulfilled', 'late', 'noshow', 'technical', 'cancelled'] as const;

/** Somebody knows better than the rule: they spoke by telephone. */
export function OutcomeDialog({ visit, onClose }: { visit: CaseVisit; onClose: () => void }) {
  const say = useSay();
  return (
    <Dialog title={say('case.outcome.title')} onClose={onClose}>
      <OutcomeForm visit={visit} onClose={onClose} />
    </Dialog>
  );
}

function OutcomeForm({ visit, onClose }: { visit: CaseVisit; onClose: () => void }) {
  const say = useSay();
  const form = useForm({ outcome: '', reason: '' }, null);
  const set = useWrite((form: OutcomeForm) =>
    body(typed.PUT('/api/visits/{visitId}/outcome', { params: { path: { visitId: visit.visitId } }, body: form })),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['outcome', 'reason'])) return;
    set.mutate(
      { ...form.values, outcome: form.values.outcome as OutcomeForm['outcome'] },
      { onSuccess: onClose, onError: (error) => void form.refuse(error) },
    );
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
      <fieldset className={formClasses.group}>
        <legend className={formClasses.legend}>{say('case.outcome.which')}</legend>
        <div className={formClasses.choices}>
          {outcomes.map((outcome) => (
            <label key={outcome} className={formClasses.choice}>
              <input
                type="radio"
                name="outcome"
                value={outcome}
                checked={form.values.outcome === outcome}
                data-invalid={form.mistakes['outcome'] ? true : undefined}
                onChange={() => form.set('outcome', outcome)}
              />
              {say(outcome === 'noshow' ? 'statistics.outcome.noshow' : `status.visit.${outcome}`)}
            </label>
          ))}
        </div>
        {form.mistakes['outcome'] && <p className={formClasses.mistake}>{form.mistakes['outcome']}</p>}
      </fieldset>
      <LongField form={form} name="reason" label={say('case.outcome.reason')} />
      {set.error && Object.keys(form.mistakes).length === 0 && <Trouble error={set.error} />}
      <div className={formClasses.actions}>
        <Button type="submit" loading={set.isPending} data-action="save-outcome">
          {say('settings.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
