import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { calendarKinds, type CalendarKind, type CalendarLinkForm } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { ChoiceField, TextField, TickField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';

const empty = { kind: 'ics' as string, url: '', username: '', password: '', writes: false };

/** A calendar by its address alone, or an account with a name and a password, where visits can be written too. */
export function NewCalendar() {
  const say = useSay();
  const [added, setAdded] = useState(false);
  // Nothing of it stays in the tab: an address may be a secret by itself.
  const form = useForm(empty, null);
  const isAccount = form.values.kind === 'caldav';
  const add = useWrite((input: CalendarLinkForm, key) =>
    body(typed.POST('/api/me/calendars', { body: input, params: { header: { 'Idempotency-Key': key } } })),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAdded(false);
    if (!form.need(isAccount ? ['url', 'username', 'password'] : ['url'])) return;
    const { kind, url, username, password, writes } = form.values;
    const key = { username: username || null, password: password || null };
    add.mutate(
      { kind: kind as CalendarKind, url, ...key, writes: isAccount && writes },
      {
        onSuccess: () => {
          form.fill(empty);
          setAdded(true);
        },
        onError: (error) => void form.refuse(error),
      },
    );
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
      <ChoiceField
        form={form}
        name="kind"
        label={say('told.calendars.kind')}
        options={calendarKinds.map((value) => ({ value, label: say(`told.calendars.kind.${value}`) }))}
      />
      <TextField
        form={form}
        name="url"
        type={isAccount ? 'text' : 'url'}
        label={say(isAccount ? 'told.calendars.davUrl' : 'told.calendars.url')}
        hint={say(isAccount ? 'told.calendars.davHint' : 'told.calendars.urlHint')}
        maxLength={2000}
      />
      <div className={formClasses.pair}>
        <TextField
          form={form}
          name="username"
          label={say('told.calendars.username')}
          optional={!isAccount}
          maxLength={200}
        />
        <TextField
          form={form}
          name="password"
          type="password"
          label={say('told.calendars.password')}
          optional={!isAccount}
          autoComplete="new-password"
          maxLength={200}
        />
      </div>
      {isAccount && (
        <TickField
          form={form}
          name="writes"
          label={say('told.calendars.writes')}
          hint={say('told.calendars.writesHint')}
        />
      )}
      {add.error && Object.keys(form.mistakes).length === 0 && <Trouble error={add.error} />}
      <p role="status" className={formClasses.said}>
        {added ? say('told.calendars.added') : ''}
      </p>
      <div className={formClasses.actions}>
        <Button type="submit" variant="default" loading={add.isPending} data-action="add-calendar">
          {say('told.calendars.add')}
        </Button>
      </div>
    </form>
  );
}
