import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import type { AllowanceForm, BookingPage, CasePage } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useBooking } from '../api/work';
import { useWrite } from '../api/write';
import { Loaded, Trouble } from '../app/trouble';
import { ChoiceField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useSay } from '../locale/say';
import { Dialog } from '../parts/dialog';
import { PlanFields, planNeeds, planOf, usePlan } from './plan-fields';
import classes from './case.module.css';

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
  const form = usePlan(booking);
  const allow = useWrite((wanted: AllowanceForm) =>
    body(
      typed.PUT('/api/episodes/{episodeId}/allowance', {
        params: { path: { episodeId: booking.episodeId } },
        body: wanted,
      }),
    ),
  );
  const write = (remaining: number) => {
    if (!form.need(planNeeds)) return;
    allow.mutate(
      { ...planOf(booking, form), remaining },
      { onSuccess: onClose, onError: (error) => void form.refuse(error) },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write(Number(form.values.remaining));
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
      <PlanFields
        booking={booking}
        form={form}
        beside={
          <ChoiceField
            form={form}
            name="remaining"
            label={say('allow.count')}
            options={['1', '2', '3', '4', '6'].map((one) => ({ value: one, label: one }))}
          />
        }
      />
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
