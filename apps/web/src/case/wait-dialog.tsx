import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import type { BookingPage, CasePage, WaitlistForm } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { useBooking } from '../api/work';
import { useWrite } from '../api/write';
import { Loaded, Trouble } from '../app/trouble';
import formClasses from '../forms/form.module.css';
import { useSay } from '../locale/say';
import { Dialog } from '../parts/dialog';
import { PlanFields, planNeeds, planOf, usePlan } from './plan-fields';

/** With whom, how long and in which weeks she would take a time that becomes free. */
export function WaitDialog({ page, onClose }: { page: CasePage; onClose: () => void }) {
  const say = useSay();
  const booking = useBooking(page.episodeId, null);
  return (
    <Dialog title={say('waitlist.title')} onClose={onClose}>
      <p className={formClasses.quiet}>{say('waitlist.body')}</p>
      {page.waiting && <Waiting waiting={page.waiting} onClose={onClose} />}
      <Loaded query={booking}>{(found) => <Fields booking={found} onClose={onClose} />}</Loaded>
    </Dialog>
  );
}

function Waiting({ waiting, onClose }: { waiting: NonNullable<CasePage['waiting']>; onClose: () => void }) {
  const say = useSay();
  const { waitlistId, windowWords: window, offered } = waiting;
  const leave = useWrite(() => body(typed.DELETE('/api/waitlist/{waitlistId}', { params: { path: { waitlistId } } })));
  return (
    <>
      <p>{say(offered ? 'waitlist.offered' : 'waitlist.now', { window })}</p>
      {leave.error && <Trouble error={leave.error} />}
      <Button
        variant="default"
        loading={leave.isPending}
        onClick={() => leave.mutate(undefined, { onSuccess: onClose })}
        data-action="wait-leave"
      >
        {say('waitlist.leave')}
      </Button>
    </>
  );
}

function Fields({ booking, onClose }: { booking: BookingPage; onClose: () => void }) {
  const say = useSay();
  const form = usePlan(booking);
  const wait = useWrite((wanted: WaitlistForm, key) =>
    body(
      typed.POST('/api/episodes/{episodeId}/waitlist', {
        params: { path: { episodeId: booking.episodeId }, header: keyed(key) },
        body: wanted,
      }),
    ),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(planNeeds)) return;
    wait.mutate(
      { ...planOf(booking, form), rank: 0 },
      { onSuccess: onClose, onError: (error) => void form.refuse(error) },
    );
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
      <PlanFields booking={booking} form={form} />
      {wait.error && Object.keys(form.mistakes).length === 0 && <Trouble error={wait.error} />}
      <div className={formClasses.actions}>
        <Button type="submit" loading={wait.isPending} data-action="wait">
          {say('waitlist.save')}
        </Button>
      </div>
    </form>
  );
}
