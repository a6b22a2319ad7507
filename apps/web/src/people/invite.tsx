import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { localeTags, type Locale, type PeoplePage, type StaffInvitation, type StaffRole } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { ChoiceField, LanguageField, TextField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { NameFields } from '../forms/names';
import { useCountries, ZoneField } from '../forms/places';
import { useForm } from '../forms/use-form';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { languageName, spokenLanguages } from './languages';

/** Asks somebody to work here: what she does, her address, how she is called. */
export function Invite({ page, onDone }: { page: PeoplePage; onDone: () => void }) {
  const say = useSay();
  const { locale } = useLocale();
  const countries = useCountries();
  const { institution } = page;
  const [languages, setLanguages] = useState<readonly string[]>([]);
  const form = useForm(
    {
      role: page.mayInvite[0] ?? 'physician',
      email: '',
      name: '',
      nameLatin: '',
      nameKana: '',
      language: locale as string,
      zone: institution.zone,
      licence: '',
      licenceCountry: institution.country,
      languages: '',
    },
    'invite',
  );
  const { values } = form;
  const invite = useWrite((form: StaffInvitation, key) =>
    body(typed.POST('/api/invitations', { params: { header: keyed(key) }, body: form })),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['email', 'name', 'nameLatin'])) return;
    invite.mutate(
      {
        institutionId: institution.institutionId,
        role: values.role,
        email: values.email.trim(),
        name: values.name,
        nameLatin: values.nameLatin,
        nameKana: values.nameKana || null,
        language: values.language as Locale,
        zone: values.zone,
        languages: values.role === 'interpreter' ? [...languages] : [],
        licence: values.role === 'physician' ? values.licence || null : null,
        licenceCountry: values.role === 'physician' && values.licence ? values.licenceCountry || null : null,
      },
      {
        onSuccess: () => {
          form.done();
          onDone();
        },
        onError: (error) => void form.refuse(error),
      },
    );
  };
  const roles = page.mayInvite.map((role: StaffRole) => ({ value: role, label: say(`role.${role}`) }));
  return (
    <section className={card.card} data-screen="invite" aria-labelledby="invite">
      <h2 id="invite" className={card.heading}>
        {say('people.invite.title')}
      </h2>
      <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
        <ChoiceField form={form} name="role" label={say('people.invite.role')} options={roles} />
        <TextField form={form} name="email" type="email" label={say('form.email')} maxLength={254} />
        <NameFields form={form} />
        <div className={formClasses.pair}>
          <LanguageField form={form} name="language" label={say('people.invite.language')} />
          <ZoneField form={form} name="zone" label={say('form.zone')} />
        </div>
        {values.role === 'interpreter' && (
          <fieldset className={formClasses.group} aria-invalid={form.mistakes['languages'] ? true : undefined}>
            <legend className={formClasses.legend}>{say('people.invite.languages')}</legend>
            <div className={formClasses.many}>
              {spokenLanguages.map((code) => (
                <label key={code} className={formClasses.choice}>
                  <input
                    type="checkbox"
                    name="spoken"
                    value={code}
                    checked={languages.includes(code)}
                    onChange={(event) => {
                      const { checked } = event.currentTarget;
                      setLanguages(checked ? [...languages, code] : languages.filter((one) => one !== code));
                      form.set('languages', '');
                    }}
                  />
                  {languageName(code, localeTags[locale])}
                </label>
              ))}
            </div>
            {form.mistakes['languages'] && <p className={formClasses.mistake}>{form.mistakes['languages']}</p>}
          </fieldset>
        )}
        {values.role === 'physician' && (
          <div className={formClasses.pair}>
            <TextField form={form} name="licence" label={say('people.invite.licence')} optional maxLength={80} />
            <ChoiceField
              form={form}
              name="licenceCountry"
              label={say('people.invite.licenceCountry')}
              options={countries}
              empty={say('form.choose')}
            />
          </div>
        )}
        {invite.error && Object.keys(form.mistakes).length === 0 && <Trouble error={invite.error} />}
        <div className={formClasses.actions}>
          <Button type="submit" size="lg" loading={invite.isPending} data-action="invite">
            {say('people.invite.send')}
          </Button>
          <Button variant="default" size="lg" onClick={onDone}>
            {say('common.cancel')}
          </Button>
        </div>
      </form>
    </section>
  );
}
