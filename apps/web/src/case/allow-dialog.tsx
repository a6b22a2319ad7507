import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { localeTags, type AllowanceForm, type BookingPage, type CasePage } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useBooking } from '../api/work';
import { useWrite } from '../api/write';
import { Loaded, Trouble } from '../app/trouble';
import { ChoiceField, TextField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import { Dialog } from '../parts/dialog';
import { languageName } from '../people/languages';
import classes from './case.module.css';
import { dayBeside } from '../schedule/moments';
import { pairsFor, startOf } from '../schedule/values';

const weeks = 6;
const lengths = ['15', '20', '30', '45', '60'];

/** With whom, how long, in which weeks and how often she may choose a time herself. */
export function AllowDialog({ page, onClose }: { page: CasePage; onClose: () => void }) {
  const say = useSay();
  const booking = useBooking(page.episodeId, null);
  return (
    <Dialog title={say('allow.title')} onClose={onClose}>
      {page.allowance && (
        <p className={classes.allowed}>
          {say('allow.now', { count: page.allowance.remaining, window: page.allowance.windowWords })}
        </p>
      )}
      <Loaded query={booking}>
        {(found) => <Fields booking={found} given={page.allowance !== null} onClose={onClose} />}
      </Loaded>
    </Dialog>
  );
}

function Fields({ booking, given, onClose }: { booking: BookingPage; given: boolean; onClose: () => void }) {
  const say = useSay();
  const { locale } = useLocale();
  const start = startOf(booking);
  const form = useForm({ ...start, latest: dayBeside(start.from, weeks * 7), remaining: '1' }, null);
  const pairs = pairsFor(booking);
  const allow = useWrite((wanted: AllowanceForm) =>
    body(
      typed.PUT('/api/episodes/{episodeId}/allowance', {
        params: { path: { episodeId: booking.episodeId } },
        body: wanted,
      }),
    ),
  );
  const write = (remaining: number) => {
    if (!form.need(['physicianId', 'from', 'latest'])) return;
    const { physicianId, minutes, from, latest, interpreter } = form.values;
    const pair = pairs.find(({ languages }) => languages.join(' ') === interpreter);
    const ask = pair ? { ...pair, personIds: pair.personIds.slice(0, 8), minutes: 240 } : null;
    allow.mutate(
      { physicianId, minutes: Number(minutes), earliest: from, latest, remaining, ask },
      { onSuccess: onClose, onError: (error) => void form.refuse(error) },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write(Number(form.values.remaining));
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
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
        <ChoiceField
          form={form}
          name="remaining"
          label={say('allow.count')}
          options={['1', '2', '3', '4', '6'].map((one) => ({ value: one, label: one }))}
        />
      </div>
      <div className={formClasses.pair}>
        <TextField form={form} name="from" type="date" label={say('schedule.from')} />
        <TextField form={form} name="latest" type="date" label={say('readiness.until')} />
      </div>
      {allow.error && Object.keys(form.mistakes).length === 0 && <Trouble error={allow.error} />}
      <div className={formClasses.actions}>
        {given && (
          <Button variant="default" disabled={allow.isPending} onClick={() => write(0)} data-action="allow-none">
            {say('allow.none')}
          </Button>
        )}
        <Button type="submit" loading={allow.isPending} data-action="allow">
          {say('allow.save')}
        </Button>
      </div>
    </form>
  );
}
