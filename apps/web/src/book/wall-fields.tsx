import type { BookingPage } from '@okaeri/contracts';
import { ChoiceField, TextField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import type { Form } from '../forms/use-form';
import { useSay } from '../locale/say';
import type { BookValues } from './values';

const lengths = [15, 20, 30, 45, 60, 90] as const;

/** Date, time, and whose clock that is. */
export function WallFields({ form, page, repeated }: { form: Form<BookValues>; page: BookingPage; repeated: boolean }) {
  const say = useSay();
  const zones = page.zones.map(({ zone, place }) => ({ value: zone, label: say('book.zoneOf', { place }) }));
  const minutes = Number(form.values.minutes);
  const offered = lengths.some((one) => one === minutes) ? lengths : [...lengths, minutes].sort((a, b) => a - b);
  return (
    <fieldset className={formClasses.group}>
      <legend className={formClasses.legend}>{say('book.when')}</legend>
      <div className={formClasses.pair}>
        <TextField form={form} name="date" type="date" label={say('book.date')} />
        <TextField form={form} name="time" type="time" label={say('book.time')} step={300} />
      </div>
      <div className={formClasses.pair}>
        <ChoiceField form={form} name="zone" label={say('book.zone')} options={zones} />
        <ChoiceField
          form={form}
          name="minutes"
          label={say('book.length')}
          options={offered.map((one) => ({ value: String(one), label: say('today.day.minutes', { minutes: one }) }))}
        />
      </div>
      {(repeated || form.values.repeated !== '') && (
        <ChoiceField
          form={form}
          name="repeated"
          label={say('book.which')}
          options={[
            { value: 'earlier', label: say('book.earlier') },
            { value: 'later', label: say('book.later') },
          ]}
          empty={say('form.choose')}
        />
      )}
    </fieldset>
  );
}
