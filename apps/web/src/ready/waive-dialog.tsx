import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import type { TaskView } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { LongField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import { Dialog } from '../parts/dialog';

/** That it need not be done, and why: it is kept with who said so. */
export function WaiveDialog({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const say = useSay();
  return (
    <Dialog title={say('readiness.waive')} onClose={onClose}>
      <WaiveForm task={task} onClose={onClose} />
    </Dialog>
  );
}

function WaiveForm({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const say = useSay();
  const form = useForm({ reason: '' }, null);
  const waive = useWrite((reason: string) =>
    body(typed.POST('/api/tasks/{taskId}/waive', { params: { path: { taskId: task.taskId } }, body: { reason } })),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['reason'])) return;
    waive.mutate(form.values.reason.trim(), { onSuccess: onClose, onError: (error) => void form.refuse(error) });
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
      <p className={formClasses.quiet}>{task.words}</p>
      <LongField form={form} name="reason" label={say('hours.reason')} />
      {waive.error && Object.keys(form.mistakes).length === 0 && <Trouble error={waive.error} />}
      <div className={formClasses.actions}>
        <Button variant="default" onClick={onClose}>
          {say('common.cancel')}
        </Button>
        <Button type="submit" loading={waive.isPending} data-action="waive">
          {say('readiness.waive')}
        </Button>
      </div>
    </form>
  );
}
