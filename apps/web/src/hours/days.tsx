import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import type { AvailabilityPage } from '@okaeri/contracts';
import { ChoiceField, TextField, TickField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import card from '../parts/card.module.css';
import list from '../parts/list.module.css';
import classes from './hours.module.css';
import type { Day, Shown } from './values';

interface DaysProps {
  page: AvailabilityPage;
  form: Shown;
  onForm: (form: Shown) => void;
}

/** Single days on which it is otherwise, and the public holidays that are kept. */
export function Days({ page, form, onForm }: DaysProps) {
  const say = useSay();
  const days = form.days.map((day, at) => ({ day, at })).sort((a, b) => a.day.date.localeCompare(b.day.date));
  // Of a day that is not saved yet there are no words.
  const wordsOf = (date: string) => page.dayWords.find((each) => each.date === date)?.words ?? date;
  const keeps = (country: string, kept: boolean) =>
    onForm({
      ...form,
      holidays: kept ? [...form.holidays, country] : form.holidays.filter((one) => one !== country),
    });
  return (
    <section aria-labelledby="hours-days">
      <h2 id="hours-days" className={card.heading}>
        {say('hours.days')}
      </h2>
      {days.length > 0 && (
        <ul className={list.list}>
          {days.map(({ day, at }) => (
            <li key={`${day.date} ${at}`} className={list.row} data-day={day.date}>
              <div className={list.words}>
                <p className={list.main}>
                  {wordsOf(day.date)} · {say(`hours.day.${day.kind}`)}
                </p>
                <p className={list.quiet}>
                  {[day.from && day.to ? `${day.from} – ${day.to}` : say('hours.wholeDay'), day.reason]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <Button
                variant="subtle"
                color="gray"
                onClick={() => onForm({ ...form, days: form.days.filter((_, n) => n !== at) })}
                data-action="day-remove"
              >
                {say('hours.remove')}
                <About name={wordsOf(day.date)} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <NewDay onAdd={(day) => onForm({ ...form, days: [...form.days, day] })} />
      {page.countries.length > 0 && (
        <fieldset className={formClasses.group}>
          <legend className={formClasses.legend}>{say('hours.holidays')}</legend>
          <div className={formClasses.many}>
            {page.countries.map(({ country, words }) => (
              <label key={country} className={formClasses.choice}>
                <input
                  type="checkbox"
                  name="holidays"
                  value={country}
                  checked={form.holidays.includes(country)}
                  onChange={(event) => keeps(country, event.currentTarget.checked)}
                />
                {words}
              </label>
            ))}
          </div>
          {page.holidays.length > 0 && (
            <details className={classes.details}>
              <summary>{say('hours.holidays.coming', { count: page.holidays.length })}</summary>
              <ul>
                {page.holidays.map(({ date, words }) => (
                  <li key={`${date} ${words}`}>{words}</li>
                ))}
              </ul>
            </details>
          )}
        </fieldset>
      )}
    </section>
  );
}

function NewDay({ onAdd }: { onAdd: (day: Day) => void }) {
  const say = useSay();
  const form = useForm({ date: '', kind: 'off', whole: true as boolean, from: '09:00', to: '12:00', reason: '' }, null);
  const { values } = form;
  const whole = values.whole && values.kind === 'off';
  const add = () => {
    if (!form.need(['date'])) return;
    onAdd({
      kind: values.kind === 'open' ? 'open' : 'off',
      date: values.date,
      ...(whole ? { from: null, to: null } : { from: values.from, to: values.to }),
      reason: values.reason.trim() || null,
    });
    form.fill({ date: '', reason: '' });
  };
  return (
    <div id={form.id} className={classes.newDay}>
      <div className={formClasses.pair}>
        <TextField form={form} name="date" type="date" label={say('book.date')} />
        <ChoiceField
          form={form}
          name="kind"
          label={say('hours.day.what')}
          options={(['off', 'open'] as const).map((kind) => ({ value: kind, label: say(`hours.day.${kind}`) }))}
        />
      </div>
      {values.kind === 'off' && <TickField form={form} name="whole" label={say('hours.wholeDay')} />}
      {!whole && (
        <div className={formClasses.pair}>
          <TextField form={form} name="from" type="time" label={say('hours.from')} />
          <TextField form={form} name="to" type="time" label={say('hours.to')} />
        </div>
      )}
      <TextField form={form} name="reason" label={say('hours.reason')} optional maxLength={200} />
      <div>
        <Button
          variant="default"
          leftSection={<IconCalendarPlus size={20} aria-hidden="true" />}
          onClick={add}
          data-action="day-add"
        >
          {say('hours.day.add')}
        </Button>
      </div>
    </div>
  );
}
