import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { reminderMinutes, type SettingsForm, type SettingsPage } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { readSettings } from '../api/work';
import { keys, queries } from '../api/queries';
import { useKeepLanguage } from '../api/session';
import { useWrite } from '../api/write';
import { Page } from '../app/page';
import { Loaded, Trouble } from '../app/trouble';
import { LanguageField, TextField, TickField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { NameFields } from '../forms/names';
import { ZoneField } from '../forms/places';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import { Calendars } from './calendars';
import { Sessions } from './sessions';
import { ThisBrowser } from './this-browser';
import { Ways, chosenWays } from './ways';

/** Language, clock, ways, reminders, names, and where she is signed in. */
export default function SettingsRoute() {
  const settings = useQuery({ queryKey: keys.settings, queryFn: readSettings });
  return <Loaded query={settings}>{(data) => <Settings settings={data} />}</Loaded>;
}

/** Offered to who chooses it for the first time. */
const usualNight = { from: '22:00', to: '07:00' };
const reminderOf = { 1440: 'remind1440', 60: 'remind60', 10: 'remind10' } as const;

function Settings({ settings }: { settings: SettingsPage }) {
  const say = useSay();
  const [saved, setSaved] = useState(false);
  const keep = useKeepLanguage();
  const form = useForm(
    {
      name: settings.name,
      nameLatin: settings.nameLatin,
      nameKana: settings.nameKana ?? '',
      language: settings.language as string,
      zone: settings.zone,
      phone: settings.phone ?? '',
      remind1440: settings.reminders.includes(1440),
      remind60: settings.reminders.includes(60),
      remind10: settings.reminders.includes(10),
      byEmail: settings.channels.includes('email'),
      bySms: settings.channels.includes('sms'),
      inApp: settings.channels.includes('app'),
      quiet: settings.quiet !== null,
      quietFrom: settings.quiet?.from ?? usualNight.from,
      quietTo: settings.quiet?.to ?? usualNight.to,
    },
    'settings',
  );
  const save = useWrite((form: SettingsForm) => body(typed.PUT('/api/me/settings', { body: form })));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    if (!form.need(['name', 'nameLatin'])) return;
    const { remind1440, remind60, remind10, quiet, quietFrom, quietTo, byEmail, bySms, inApp, ...rest } = form.values;
    const chosen = { 1440: remind1440, 60: remind60, 10: remind10 };
    const language = rest.language as SettingsForm['language'];
    save.mutate(
      {
        ...rest,
        language,
        nameKana: rest.nameKana || null,
        phone: rest.phone || null,
        reminders: reminderMinutes.filter((minutes) => chosen[minutes]),
        channels: chosenWays({ byEmail, bySms, inApp }, settings.channels),
        quiet: quiet ? { from: quietFrom, to: quietTo } : null,
      },
      {
        onSuccess: (page) => {
          form.done();
          setSaved(true);
          queries.setQueryData(keys.settings, page);
          if (language !== settings.language) keep.mutate(language);
        },
        onError: (error) => void form.refuse(error),
      },
    );
  };
  return (
    <Page title={say('settings.title')} narrow>
      <form id={form.id} onSubmit={submit} noValidate className={formClasses.form} data-screen="settings">
        <LanguageField form={form} name="language" label={say('form.language')} />
        <ZoneField form={form} name="zone" label={say('form.zone')} hint={say('settings.zoneHint')} />
        <Ways form={form} settings={settings} />
        <fieldset className={formClasses.group}>
          <legend className={formClasses.legend}>{say('settings.reminders')}</legend>
          {reminderMinutes.map((minutes) => (
            <TickField
              key={minutes}
              form={form}
              name={reminderOf[minutes]}
              label={say(`settings.remind.m${minutes}`)}
            />
          ))}
          <TickField form={form} name="quiet" label={say('settings.quiet')} />
          {form.values.quiet && (
            <div className={formClasses.pair}>
              <TextField form={form} name="quietFrom" type="time" label={say('hours.from')} />
              <TextField form={form} name="quietTo" type="time" label={say('hours.to')} />
            </div>
          )}
          <p className={formClasses.quiet}>
            {say('settings.quietHint')} {settings.offered.length > 2 && say('reach.quiet')}
          </p>
        </fieldset>
        <fieldset className={formClasses.group}>
          <legend className={formClasses.legend}>{say('settings.you')}</legend>
          <NameFields form={form} />
          <TextField
            form={form}
            name="phone"
            type="tel"
            label={say('form.phone')}
            optional
            autoComplete="tel"
            maxLength={24}
          />
        </fieldset>
        {save.error && Object.keys(form.mistakes).length === 0 && <Trouble error={save.error} />}
        <p role="status" className={formClasses.said}>
          {saved ? say('settings.saved') : ''}
        </p>
        <div className={formClasses.actions}>
          <Button type="submit" size="lg" loading={save.isPending} data-action="save">
            {say('settings.save')}
          </Button>
        </div>
      </form>
      <ThisBrowser pushKey={settings.pushKey} />
      <Calendars />
      <Sessions sessions={settings.sessions} />
    </Page>
  );
}
