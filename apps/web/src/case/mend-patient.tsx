import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import type { Locale, PatientChange, PatientDetails } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { ChoiceField, LanguageField, TextField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { NameFields } from '../forms/names';
import { useCountries, ZoneField } from '../forms/places';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import { Dialog } from '../parts/dialog';

/** What is on file of her, mended; most often the address that mail did not reach. */
export function MendPatient({ details, onClose }: { details: PatientDetails; onClose: () => void }) {
  const say = useSay();
  return (
    <Dialog title={say('case.mend.title')} onClose={onClose}>
      <MendForm details={details} onClose={onClose} />
    </Dialog>
  );
}

function MendForm({ details, onClose }: { details: PatientDetails; onClose: () => void }) {
  const say = useSay();
  const countries = useCountries();
  const form = useForm(
    {
      email: details.email ?? '',
      phone: details.phone ?? '',
      name: details.name,
      nameLatin: details.nameLatin,
      nameKana: details.nameKana ?? '',
      birthDate: details.birthDate ?? '',
      place: details.place,
      country: details.country,
      zone: details.zone,
      language: details.language as string,
    },
    null,
  );
  const save = useWrite((mended: PatientChange) =>
    body(typed.PUT('/api/patients/{personId}', { params: { path: { personId: details.personId } }, body: mended })),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['name', 'nameLatin', 'birthDate', 'place', 'country', 'zone', 'phone'])) return;
    const { email, nameKana, language, ...rest } = form.values;
    const { sex, version } = details;
    save.mutate(
      {
        ...{ ...rest, sex, version },
        language: language as Locale,
        email: email.trim() || null,
        nameKana: nameKana || null,
      },
      { onSuccess: onClose, onError: (error) => void form.refuse(error) },
    );
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form} data-screen="mend">
      <TextField form={form} name="email" type="email" label={say('form.email')} optional first maxLength={254} />
      <TextField form={form} name="phone" type="tel" label={say('form.phone')} maxLength={24} />
      <NameFields form={form} />
      <TextField form={form} name="birthDate" type="date" label={say('form.birthDate')} min="1900-01-01" />
      <div className={formClasses.pair}>
        <TextField form={form} name="place" label={say('register.place')} maxLength={120} />
        <ChoiceField form={form} name="country" label={say('form.country')} options={countries} />
      </div>
      <ZoneField form={form} name="zone" label={say('register.zone')} />
      <LanguageField form={form} name="language" label={say('register.language')} />
      {save.error && Object.keys(form.mistakes).length === 0 && <Trouble error={save.error} />}
      <div className={formClasses.actions}>
        <Button type="submit" loading={save.isPending} data-action="save">
          {say('settings.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
