import { Button, NativeSelect } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { HealthLinkShown, RecordCategory } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { TextField } from '../forms/fields';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import { Dialog } from '../parts/dialog';
import list from '../parts/list.module.css';
import classes from './sharing.module.css';
import { Switches } from './switches';

interface Props {
  onClose: () => void;
  onMade: (link: HealthLinkShown, label: string) => void;
}
interface Wanted {
  label: string;
  categories: RecordCategory[];
  days: number;
  passcode: string | null;
}

const periods = [1, 7, 30, 90, 365];
const usual: RecordCategory[] = ['illness', 'medicines', 'results'];

/** Whom a link is for, what it opens, how long, and with which passcode. */
export function MakeLink({ onClose, onMade }: Props) {
  const say = useSay();
  const form = useForm({ label: '', passcode: '' }, null);
  const [categories, setCategories] = useState(usual);
  const [days, setDays] = useState('30');
  const make = useWrite((wanted: Wanted, key) =>
    body(typed.POST('/api/me/health-links', { params: { header: keyed(key) }, body: { direct: false, ...wanted } })),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['label'])) return;
    const { label, passcode } = form.values;
    make.mutate(
      { label, categories, days: Number(days), passcode: passcode === '' ? null : passcode },
      { onSuccess: (link) => onMade(link, label), onError: (error) => void form.refuse(error) },
    );
  };
  return (
    <Dialog title={say('shl.new')} onClose={onClose}>
      <form id={form.id} onSubmit={submit} noValidate className={classes.form}>
        <TextField form={form} name="label" label={say('shl.label')} hint={say('shl.labelHint')} maxLength={80} first />
        <Switches label={say('share.whatLabel')} value={categories} onChange={setCategories} />
        <NativeSelect
          label={say('shl.days')}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
          data={periods.map((count) => ({ value: String(count), label: say('share.days', { count }) }))}
        />
        <TextField
          form={form}
          name="passcode"
          label={say('shl.passcode')}
          hint={say('shl.passcodeHint')}
          maxLength={64}
          optional
        />
        {make.error && Object.keys(form.mistakes).length === 0 && <Trouble error={make.error} />}
        <div className={list.actions}>
          <Button type="submit" disabled={categories.length === 0} loading={make.isPending} data-action="make-link">
            {say('shl.new')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
