import { localeTags, type BookingPage } from '@okaeri/contracts';
import { askOf, pairsFor } from '../book/pairs';
import { ChoiceField, TextField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import { languageName } from '../people/languages';
import { dayBeside } from '../schedule/moments';
import { startOf } from '../schedule/values';
import type { ReactNode } from 'react';

const weeks = 6;
const lengths = ['15', '20', '30', '45', '60'];

/** With whom, how long and in which weeks a patient may have a time that nobody has chosen yet. */
export function usePlan(booking: BookingPage) {
  const start = startOf(booking);
  return useForm({ ...start, latest: dayBeside(start.from, weeks * 7), remaining: '1' }, null);
}
export type Plan = ReturnType<typeof usePlan>;

export const planNeeds: ('physicianId' | 'from' | 'latest')[] = ['physicianId', 'from', 'latest'];

/** As the server takes it. */
export function planOf(booking: BookingPage, { values }: Plan) {
  const { physicianId, minutes, from, latest, interpreter } = values;
  const pair = pairsFor(booking).find(({ languages }) => languages.join(' ') === interpreter);
  const ask = pair ? askOf(pair) : null;
  return { physicianId, minutes: Number(minutes), earliest: from, latest, ask };
}

/** `beside`: what stands next to the length. */
export function PlanFields({ booking, form, beside }: { booking: BookingPage; form: Plan; beside?: ReactNode }) {
  const say = useSay();
  const { locale } = useLocale();
  const pairs = pairsFor(booking);
  return (
    <>
      <ChoiceField
        form={form}
        name="physicianId"
        label={say('role.physician')}
        options={booking.physicians.map(({ personId, name }) => ({ value: personId, label: name.display }))}
        empty={say('form.choose')}
      />
      <ChoiceField
        form={form}
        name="interpreter"
        label={say('role.interpreter')}
        options={pairs.map(({ languages }) => {
          const [one, two] = languages.map((code) => languageName(code, localeTags[locale]));
          return {
            value: languages.join(' '),
            label: say('jobs.languages', { first: one ?? '', second: two ?? '' }),
          };
        })}
        empty={say('book.noInterpreter')}
      />
      <div className={formClasses.pair}>
        <ChoiceField
          form={form}
          name="minutes"
          label={say('book.length')}
          options={lengths.map((one) => ({ value: one, label: say('today.day.minutes', { minutes: Number(one) }) }))}
        />
        {beside}
      </div>
      <div className={formClasses.pair}>
        <TextField form={form} name="from" type="date" label={say('schedule.from')} />
        <TextField form={form} name="latest" type="date" label={say('readiness.until')} />
      </div>
    </>
  );
}
