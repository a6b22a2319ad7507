import { NativeSelect, TextInput } from '@mantine/core';
import type { AvailabilityPage } from '@okaeri/contracts';
import formClasses from '../forms/form.module.css';
import { useSay } from '../locale/say';
import classes from './hours.module.css';
import { withOwn } from './values';
import type { Shown } from './values';

const hour = 60;
const day = 24 * hour;
const notices = [0, 2 * hour, 12 * hour, day, 2 * day, 7 * day];
const buffers = [0, 5, 10, 15, 30, 60];
const counts = [1, 2, 3, 4, 5, 6, 8, 10, 12];

interface LimitsProps {
  page: AvailabilityPage;
  form: Shown;
  onForm: (form: Shown) => void;
}

/** What most people leave as it is. */
export function Limits({ page, form, onForm }: LimitsProps) {
  const say = useSay();
  const noticeWords = (minutes: number) =>
    minutes === 0
      ? say('hours.none')
      : minutes % day === 0
        ? say('hours.in.days', { count: minutes / day })
        : minutes % hour === 0
          ? say('hours.in.hours', { count: minutes / hour })
          : say('today.day.minutes', { minutes });
  return (
    <details className={classes.details} data-limits>
      <summary>{say('hours.limits')}</summary>
      <div className={classes.limits}>
        <NativeSelect
          name="notice"
          label={say('hours.notice')}
          value={String(form.noticeMinutes)}
          onChange={(event) => onForm({ ...form, noticeMinutes: Number(event.currentTarget.value) })}
        >
          {withOwn(notices, form.noticeMinutes).map((minutes) => (
            <option key={minutes} value={minutes}>
              {noticeWords(minutes)}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          name="buffer"
          label={say('hours.buffer')}
          value={String(form.bufferMinutes)}
          onChange={(event) => onForm({ ...form, bufferMinutes: Number(event.currentTarget.value) })}
        >
          {withOwn(buffers, form.bufferMinutes).map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes === 0 ? say('hours.none') : say('today.day.minutes', { minutes })}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          name="perDay"
          label={say('hours.perDay')}
          value={form.perDay === null ? '' : String(form.perDay)}
          onChange={(event) =>
            onForm({ ...form, perDay: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })
          }
        >
          <option value="">{say('hours.noLimit')}</option>
          {withOwn(counts, form.perDay ?? 1).map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </NativeSelect>
        <div className={formClasses.pair}>
          <TextInput
            type="time"
            label={say('hours.good.from')}
            value={form.good[0]}
            onChange={(event) =>
              event.currentTarget.value && onForm({ ...form, good: [event.currentTarget.value, form.good[1]] })
            }
          />
          <TextInput
            type="time"
            label={say('hours.good.to')}
            value={form.good[1]}
            onChange={(event) =>
              event.currentTarget.value && onForm({ ...form, good: [form.good[0], event.currentTarget.value] })
            }
          />
        </div>
        {page.zones.length > 1 && (
          <NativeSelect
            name="zone"
            label={say('hours.zone')}
            value={form.zone ?? page.zone}
            onChange={(event) => onForm({ ...form, zone: event.currentTarget.value })}
          >
            {page.zones.map(({ zone, words }) => (
              <option key={zone} value={zone}>
                {words}
              </option>
            ))}
          </NativeSelect>
        )}
      </div>
    </details>
  );
}
