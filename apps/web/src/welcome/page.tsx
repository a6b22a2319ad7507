import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { SettingsPage, WelcomeForm } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { readSettings } from '../api/work';
import { keys, queries } from '../api/queries';
import { useMe } from '../api/session';
import { useWrite } from '../api/write';
import { Page } from '../app/page';
import { paths } from '../app/paths';
import { Loaded, Trouble } from '../app/trouble';
import { LanguageField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { NameFields } from '../forms/names';
import { browserZone, ZoneField } from '../forms/places';
import { useForm } from '../forms/use-form';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';

/** After an invitation: how she writes her name, and the language and clock she lives by. */
export default function WelcomePage() {
  const settings = useQuery({
    queryKey: keys.settings,
    queryFn: readSettings,
  });
  return <Loaded query={settings}>{(data) => <Welcome settings={data} />}</Loaded>;
}

function Welcome({ settings }: { settings: SettingsPage }) {
  const say = useSay();
  const me = useMe();
  const { locale } = useLocale();
  const navigate = useNavigate();
  const form = useForm(
    {
      name: settings.name,
      nameLatin: settings.nameLatin,
      nameKana: settings.nameKana ?? '',
      language: locale as string,
      zone: browserZone() ?? settings.zone,
    },
    'welcome',
  );
  const save = useWrite((answer: WelcomeForm) => body(typed.POST('/api/me/welcome', { body: answer })));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['name', 'nameLatin'])) return;
    const { values } = form;
    save.mutate(
      { ...values, nameKana: values.nameKana || null, language: values.language as WelcomeForm['language'] },
      {
        onSuccess: (session) => {
          form.done();
          queries.setQueryData(keys.session, session);
          void navigate(paths.start, { replace: true });
        },
        onError: (error) => void form.refuse(error),
      },
    );
  };
  const place = me?.institutions[0]?.name;
  return (
    <Page
      title={say('welcome.title')}
      lead={place ? say('welcome.leadAt', { institution: place }) : say('welcome.lead')}
      narrow
    >
      <form id={form.id} onSubmit={submit} noValidate className={formClasses.form} data-screen="welcome">
        <NameFields form={form} />
        <LanguageField form={form} name="language" label={say('form.language')} hint={say('welcome.languageHint')} />
        <ZoneField form={form} name="zone" label={say('form.zone')} hint={say('form.zoneHint')} />
        {save.error && Object.keys(form.mistakes).length === 0 && <Trouble error={save.error} />}
        <div className={formClasses.actions}>
          <Button type="submit" size="lg" loading={save.isPending} data-action="save">
            {say('common.continue')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
