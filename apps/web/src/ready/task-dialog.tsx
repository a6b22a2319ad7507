import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { ownerRoles } from '@okaeri/contracts';
import type { ReadyVisit, TaskForm } from '@okaeri/contracts';
import { useMe } from '../api/session';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { ChoiceField, LongField, TextField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import { Dialog } from '../parts/dialog';
import { isoOf, msOfIso } from '../schedule/moments';

/** Something that has to be done before the visit, by whom and until when on the reader's own clock. */
export function TaskDialog({ visit, onClose }: { visit: ReadyVisit; onClose: () => void }) {
  const say = useSay();
  return (
    <Dialog title={say('readiness.write')} onClose={onClose}>
      <Fields visit={visit} onClose={onClose} />
    </Dialog>
  );
}

const dayMs = 86_400_000;

function Fields({ visit, onClose }: { visit: ReadyVisit; onClose: () => void }) {
  const say = useSay();
  const me = useMe();
  const form = useForm(
    {
      title: '',
      note: '',
      ownerRole: 'coordinator' as string,
      // The day before, whatever the clock.
      date: isoOf(msOfIso(visit.when.startsAt) - dayMs).slice(0, 10),
      time: '17:00',
    },
    null,
  );
  const write = useWrite((wanted: TaskForm, key) =>
    body(
      typed.POST('/api/visits/{visitId}/tasks', {
        params: { path: { visitId: visit.visitId }, header: keyed(key) },
        body: wanted,
      }),
    ),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['title', 'date', 'time'])) return;
    const { title, note, ownerRole, date, time } = form.values;
    const role = ownerRoles.find((one) => one === ownerRole) ?? 'coordinator';
    write.mutate(
      {
        title: title.trim(),
        note: note.trim() || null,
        ownerRole: role,
        due: { date, time: time.slice(0, 5), zone: me?.zone ?? 'UTC' },
      },
      { onSuccess: onClose, onError: (error) => void form.refuse(error) },
    );
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
      <p className={formClasses.quiet}>{visit.when.sentence}</p>
      <TextField form={form} name="title" label={say('readiness.what')} maxLength={200} first />
      <ChoiceField
        form={form}
        name="ownerRole"
        label={say('readiness.who')}
        options={ownerRoles.map((role) => ({ value: role, label: say(`role.${role}`) }))}
      />
      <div className={formClasses.pair}>
        <TextField form={form} name="date" type="date" label={say('readiness.until')} />
        <TextField form={form} name="time" type="time" label={say('book.time')} />
      </div>
      <LongField form={form} name="note" label={say('readiness.note')} optional maxLength={2000} />
      {write.error && Object.keys(form.mistakes).length === 0 && <Trouble error={write.error} />}
      <div className={formClasses.actions}>
        <Button variant="default" onClick={onClose}>
          {say('common.cancel')}
        </Button>
        <Button type="submit" loading={write.isPending} data-action="task-add">
          {say('readiness.add')}
        </Button>
      </div>
    </form>
  );
}
