import { useSay } from '../locale/say';
import { ChoiceField, TextField } from './fields';
import classes from './form.module.css';
import { browserZone, useCountries, withUsualZone, ZoneField } from './places';
import type { Form } from './use-form';

export const noInstitution = () => ({
  name: '',
  city: '',
  country: '',
  zone: browserZone() ?? '',
  phone: '',
  email: '',
});
type InstitutionValues = ReturnType<typeof noInstitution>;

/** What is sent of it. */
export const institutionOf = (values: InstitutionValues) => ({ ...values, email: values.email || null });

export function InstitutionFields({ form }: { form: Form<InstitutionValues> }) {
  const say = useSay();
  const countries = useCountries();
  return (
    <>
      <TextField
        form={form}
        name="name"
        label={say('set.hospital.name')}
        hint={say('set.hospital.nameHint')}
        maxLength={120}
      />
      <div className={classes.pair}>
        <TextField form={form} name="city" label={say('set.hospital.city')} maxLength={80} />
        <ChoiceField
          form={withUsualZone(form)}
          name="country"
          label={say('form.country')}
          options={countries}
          empty={say('form.choose')}
        />
      </div>
      <ZoneField form={form} name="zone" label={say('set.hospital.zone')} hint={say('set.hospital.zoneHint')} />
      <div className={classes.pair}>
        <TextField
          form={form}
          name="phone"
          type="tel"
          label={say('set.hospital.phone')}
          hint={say('set.hospital.phoneHint')}
          maxLength={24}
        />
        <TextField
          form={form}
          name="email"
          type="email"
          label={say('set.hospital.email')}
          hint={say('set.hospital.emailHint')}
          optional
          maxLength={254}
        />
      </div>
    </>
  );
}
