import type { BookingPage } from '@okaeri/contracts';
import { ChoiceField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import type { Form } from '../forms/use-form';
import { useSay } from '../locale/say';
import type { SeriesValues } from './values';

const weeks = [1, 2, 3, 4, 6, 8, 12] as const;
const most = 26;

/** How often, how many, and which of the two clocks shows the same time all along. */
export function RepeatFields({ form, page }: { form: Form<SeriesValues>; page: BookingPage }) {
  const say = useSay();
  const { patient, institution } = page;
  const same = patient.now.zone === institution.now.zone;
  return (
    <fieldset className={formClasses.group}>
      <legend className={formClasses.legend}>{say('series.how')}</legend>
      <div className={formClasses.pair}>
        <ChoiceField
          form={form}
          name="everyWeeks"
          label={say('series.often')}
          options={weeks.map((one) => ({ value: String(one), label: say('series.everyWeeks', { count: one }) }))}
        />
        <ChoiceField
          form={form}
          name="times"
          label={say('series.times')}
          options={Array.from({ length: most - 1 }, (_, at) => at + 2).map((one) => ({
            value: String(one),
            label: say('series.visits', { count: one }),
          }))}
        />
      </div>
      {!same && (
        <ChoiceField
          form={form}
          name="keeps"
          label={say('series.keeps')}
          hint={say('series.keepsHint')}
          options={[
            { value: 'patient', label: say('series.keepsAt', { place: patient.now.place }) },
            { value: 'institution', label: say('series.keepsAt', { place: institution.now.place }) },
          ]}
        />
      )}
    </fieldset>
  );
}
