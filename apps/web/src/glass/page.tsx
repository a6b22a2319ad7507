import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import type { GlassForm, GlassOpened } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { useMe } from '../api/session';
import { useWrite } from '../api/write';
import { NotFound } from '../app/not-found';
import { Page } from '../app/page';
import { casePath } from '../app/paths';
import { Trouble } from '../app/trouble';
import { LongField, TextField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Reviews } from './reviews';

/*
 * Emergencies, under `paths.glass`: a physician opens a record, whoever answers for the hospital reviews it. data-screen
 * `glass`; data-action `open-glass`, `go-case` and those of `reviews`.
 */
export default function GlassRoute() {
  const me = useMe();
  const say = useSay();
  const at = (roles: readonly string[]) =>
    me?.institutions.find((each) => each.roles.some((role) => roles.includes(role)))?.institutionId;
  const [treats, answers] = [at(['physician']), at(['coordinator', 'administrator'])];
  if (!treats && !answers) return <NotFound />;
  return (
    <Page title={say('glass.title')} lead={<p>{say('glass.body')}</p>} narrow>
      <div data-screen="glass">
        {treats && <Open institutionId={treats} />}
        {answers && <Reviews institutionId={answers} />}
      </div>
    </Page>
  );
}

function Open({ institutionId }: { institutionId: string }) {
  const say = useSay();
  const [opened, setOpened] = useState<GlassOpened | null>(null);
  const form = useForm({ name: '', birthDate: '', reason: '' }, null);
  const open = useWrite((wanted: GlassForm, key) =>
    body(
      typed.POST('/api/institutions/{institutionId}/glass', {
        params: { path: { institutionId }, header: keyed(key) },
        body: wanted,
      }),
    ),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['name', 'birthDate', 'reason'])) return;
    open.mutate(form.values, { onSuccess: setOpened, onError: (error) => void form.refuse(error) });
  };
  if (opened) {
    return (
      <div className={card.card}>
        <p role="status">{say('glass.opened', { until: opened.untilWords })}</p>
        <Button component={Link} to={casePath(opened.episodeId)} data-action="go-case">
          {say('glass.go')}
        </Button>
      </div>
    );
  }
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
      <TextField form={form} name="name" label={say('glass.name')} />
      <TextField form={form} name="birthDate" type="date" label={say('glass.birthDate')} />
      <LongField form={form} name="reason" label={say('glass.reason')} hint={say('glass.reasonHint')} />
      {open.error && Object.keys(form.mistakes).length === 0 && <Trouble error={open.error} />}
      <div className={formClasses.actions}>
        <Button type="submit" loading={open.isPending} data-action="open-glass">
          {say('glass.open')}
        </Button>
      </div>
    </form>
  );
}
