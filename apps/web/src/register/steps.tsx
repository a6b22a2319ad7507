import { sexes, type PeoplePage } from '@okaeri/contracts';
import { ChoiceField, LanguageField, LongField, TextField, TickField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { NameFields } from '../forms/names';
import { useCountries, withUsualZone, ZoneField } from '../forms/places';
import type { Form } from '../forms/use-form';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { teamOf } from './values';
import type { PatientValues } from './values';

interface StepProps {
  form: Form<PatientValues>;
}

export function Who({ form }: StepProps) {
  const say = useSay();
  return (
    <>
      <NameFields form={form} />
      <div className={formClasses.pair}>
        <TextField form={form} name="birthDate" type="date" label={say('form.birthDate')} min="1900-01-01" />
        <ChoiceField
          form={form}
          name="sex"
          label={say('form.sex')}
          options={sexes.map((sex) => ({ value: sex, label: say(`form.sex.${sex}`) }))}
        />
      </div>
      <LanguageField form={form} name="language" label={say('register.language')} hint={say('register.languageHint')} />
    </>
  );
}

export function Where({ form }: StepProps) {
  const say = useSay();
  const countries = useCountries();
  return (
    <>
      <div className={formClasses.pair}>
        <TextField form={form} name="place" label={say('register.place')} maxLength={120} />
        <ChoiceField
          form={withUsualZone(form)}
          name="country"
          label={say('form.country')}
          options={countries}
          empty={say('form.choose')}
        />
      </div>
      <ZoneField
        form={form}
        name="zone"
        label={say('register.zone')}
        hint={say('register.zoneHint')}
        empty={say('form.choose')}
      />
      <TextField
        form={form}
        name="phone"
        type="tel"
        label={say('form.phone')}
        hint={say('register.phoneHint')}
        maxLength={24}
      />
      <TextField
        form={form}
        name="email"
        type="email"
        label={say('form.email')}
        hint={say('register.emailHint')}
        optional
        maxLength={254}
      />
    </>
  );
}

export function Treatment({ form, people }: StepProps & { people: PeoplePage }) {
  const say = useSay();
  const team = teamOf(form.values.team);
  const staff = people.people.filter(({ roles }) =>
    roles.some((role) => role === 'physician' || role === 'coordinator'),
  );
  const wrong = form.mistakes['team'];
  return (
    <>
      <TextField
        form={form}
        name="title"
        label={say('register.treatment')}
        hint={say('register.treatmentHint')}
        maxLength={160}
      />
      <div className={formClasses.pair}>
        <TextField form={form} name="treatedFrom" type="date" label={say('register.from')} optional />
        <TextField form={form} name="treatedTo" type="date" label={say('register.to')} optional />
      </div>
      <LongField form={form} name="treatment" label={say('register.more')} optional />
      <fieldset className={formClasses.group} aria-describedby={wrong ? 'team-wrong' : undefined}>
        <legend className={formClasses.legend}>{say('register.team')}</legend>
        {staff.length === 0 && <p className={formClasses.quiet}>{say('register.noStaff')}</p>}
        <div className={formClasses.choices}>
          {staff.map(({ personId, name, roles }) => (
            <label key={personId} className={formClasses.choice}>
              <input
                type="checkbox"
                name="team"
                value={personId}
                checked={team.includes(personId)}
                aria-invalid={wrong ? true : undefined}
                onChange={(event) => {
                  const rest = team.filter((one) => one !== personId);
                  form.set('team', (event.currentTarget.checked ? [...rest, personId] : rest).join(' '));
                }}
              />
              <span className={formClasses.choiceWords}>
                <Name name={name} both />
                <span className={formClasses.quiet}>{roles.map((role) => say(`role.${role}`)).join(' · ')}</span>
              </span>
            </label>
          ))}
        </div>
        {wrong && (
          <p id="team-wrong" className={formClasses.mistake}>
            {wrong}
          </p>
        )}
      </fieldset>
      {form.values.email.trim() !== '' && (
        <TickField form={form} name="invite" label={say('register.invite', { email: form.values.email })} />
      )}
    </>
  );
}
