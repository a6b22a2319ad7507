import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import type { StatisticsPage } from '@okaeri/contracts';
import { Trouble } from '../app/trouble';
import { TextField } from '../forms/fields';
import { mistakesOf, useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import classes from './statistics.module.css';

interface PeriodProps {
  page: Pick<StatisticsPage, 'from' | 'to'>;
  /** Why the days that were chosen last could not be counted. */
  error: unknown;
  onPeriod: (period: { from: string; to: string }) => void;
}

/** From which day to which, on the hospital’s calendar. */
export function Period({ page, error, onPeriod }: PeriodProps) {
  const say = useSay();
  const form = useForm({ from: page.from, to: page.to }, null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.need(['from', 'to'])) onPeriod(form.values);
  };
  const refused = mistakesOf(error, ['from', 'to']);
  const shown = { ...form, mistakes: { ...refused, ...form.mistakes } };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={classes.period}>
      <TextField form={shown} name="from" type="date" label={say('statistics.from')} max={form.values.to} />
      <TextField form={shown} name="to" type="date" label={say('statistics.to')} min={form.values.from} />
      <Button type="submit" variant="default" data-action="count">
        {say('statistics.count')}
      </Button>
      {Boolean(error) && Object.keys(refused).length === 0 && <Trouble error={error} />}
    </form>
  );
}
