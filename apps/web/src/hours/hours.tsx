import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { AvailabilityForm, AvailabilityPage } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { keys } from '../api/queries';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Page } from '../app/page';
import { Trouble } from '../app/trouble';
import formClasses from '../forms/form.module.css';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Days } from './days';
import classes from './hours.module.css';
import { Limits } from './limits';
import { asForm } from './values';
import { Week } from './week';

/** The week as it usually is, the days that are not, and what else the search has to respect. */
export function Hours({ page, own }: { page: AvailabilityPage; own: boolean }) {
  const say = useSay();
  const client = useQueryClient();
  const [form, setForm] = useState(page.form);
  const save = useWrite((written: AvailabilityForm) =>
    body(
      typed.PUT('/api/availability/{resourceId}', {
        params: { path: { resourceId: page.resourceId } },
        body: written,
      }),
    ),
  );
  const [saved, setSaved] = useState(false);
  const change = (next: typeof form) => {
    setSaved(false);
    setForm(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(asForm(form), {
      onSuccess: (answer) => {
        const now = answer as AvailabilityPage;
        setSaved(true);
        setForm(now.form);
        client.setQueryData(keys.hours(page.resourceId), now);
      },
      onError: (error) => {
        // Somebody else has written meanwhile; saving once more is meant all the same.
        const version = error instanceof ApiError ? error.problem.version : undefined;
        if (version !== undefined) setForm((mine) => ({ ...mine, version }));
      },
    });
  };
  const fields = save.error instanceof ApiError ? (save.error.problem.fields ?? []) : [];
  return (
    <Page
      title={say(own ? 'hours.title.own' : 'hours.title', { name: page.title })}
      lead={say('hours.clock', { zone: page.zoneWords })}
    >
      <form onSubmit={submit} noValidate data-screen="hours" data-version={page.form.version} className={classes.form}>
        {page.assumed && <p className={card.note}>{say('hours.assumed')}</p>}
        <Week form={form} onForm={change} />
        <Days page={page} form={form} onForm={change} />
        <Limits page={page} form={form} onForm={change} />
        <div className={classes.save}>
          {save.error && <Trouble error={save.error} />}
          {fields.map(({ path, message }) => (
            <p key={path} className={formClasses.mistake}>
              {message}
            </p>
          ))}
          <p role="status" className={formClasses.said}>
            {saved ? say('hours.saved') : ''}
          </p>
          <Button type="submit" size="lg" loading={save.isPending} data-action="save">
            {say('settings.save')}
          </Button>
          {page.changedWords && <p className={formClasses.quiet}>{page.changedWords}</p>}
        </div>
      </form>
    </Page>
  );
}
