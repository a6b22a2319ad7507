import type { BookingPage } from '@okaeri/contracts';
import { ChoiceField, TickField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import type { Form } from '../forms/use-form';
import { useSay } from '../locale/say';
import { isConference, type BookValues } from './values';

interface KindProps {
  form: Form<BookValues>;
  page: BookingPage;
}

/** A visit of the patient, or physicians among themselves, the patient present or not. */
export function Kind({ form, page }: KindProps) {
  const say = useSay();
  const conference = isConference(form.values);
  return (
    <fieldset className={formClasses.group}>
      <ChoiceField
        form={form}
        name="kind"
        label={say('book.kind')}
        options={[
          { value: 'visit', label: say('book.kind.visit') },
          { value: 'conference', label: say('book.kind.conference') },
        ]}
      />
      {conference && (
        <TickField
          form={form}
          name="withPatient"
          label={say('book.conference.withPatient', { name: page.patient.name.display })}
          hint={form.values.withPatient ? undefined : say('book.conference.without')}
        />
      )}
    </fieldset>
  );
}

interface FurtherProps extends KindProps {
  chosen: readonly string[];
  onChosen: (personIds: readonly string[]) => void;
}

/** The other physicians of the hospital who take part. */
export function Further({ form, page, chosen, onChosen }: FurtherProps) {
  const say = useSay();
  const others = page.physicians.filter(({ personId }) => personId !== form.values.physicianId);
  if (others.length === 0) return null;
  return (
    <fieldset className={formClasses.group}>
      <legend className={formClasses.legend}>{say('book.conference.more')}</legend>
      <div className={formClasses.choices}>
        {others.map(({ personId, name, team }) => (
          <label key={personId} className={formClasses.choice}>
            <input
              type="checkbox"
              name="physicianIds"
              value={personId}
              checked={chosen.includes(personId)}
              onChange={(event) =>
                onChosen(event.currentTarget.checked ? [...chosen, personId] : chosen.filter((one) => one !== personId))
              }
            />
            {team ? say('book.ofTeam', { name: name.display }) : name.display}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
