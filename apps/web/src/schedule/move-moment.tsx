import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import type { BookingPage } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { keys, queries } from '../api/queries';
import { casePath } from '../app/paths';
import { Trouble } from '../app/trouble';
import { usePreview } from '../book/use-preview';
import { LongField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import { MomentClocks } from './moment-clocks';
import { isoOf, utcOf } from './moments';
import classes from './schedule.module.css';
import { Taken } from './taken';
import { useMove } from './use-schedule';

interface MoveMomentProps {
  page: BookingPage & { move: NonNullable<BookingPage['move']> };
  time: { ms: number; minutes: number };
  onTake: (ms: number) => void;
}

/** The chosen time on all clocks, and why the visit is put there: nothing is moved before she says so. */
export function MoveMoment({ page, time, onTake }: MoveMomentProps) {
  const say = useSay();
  const navigate = useNavigate();
  const { episodeId, move, patient } = page;
  const form = useForm({ reason: '' }, `move.${move.visitId}`);
  const who = { personIds: move.people.map(({ personId }) => personId), withPatient: true };
  const preview = usePreview(episodeId, { ...utcOf(time.ms), zone: 'UTC', minutes: time.minutes }, who, move.visitId);
  const save = useMove();
  const { data } = preview;
  const taken = save.error instanceof ApiError && save.error.code === 'overlap' ? save.error : null;
  const blocked = (data?.conflicts.length ?? 0) > 0 && data?.when.startsAt.slice(0, 16) === isoOf(time.ms).slice(0, 16);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['reason'])) return;
    const { visitId, version } = move;
    save.mutate(
      { ...time, visitId, version, reason: form.values.reason.trim() },
      {
        onSuccess: () => {
          form.done();
          void navigate(casePath(episodeId));
        },
        onError: (error) => {
          form.refuse(error);
          // What was changed meanwhile is read, so that the same step once more is taken with it in view.
          if (error instanceof ApiError && error.code === 'version_changed') {
            void queries.invalidateQueries({ queryKey: keys.booking(episodeId) });
          }
        },
      },
    );
  };
  return (
    <section className={classes.moment} aria-labelledby="schedule-moment">
      <h2 id="schedule-moment" className={classes.heading}>
        {say('schedule.chosen')}
      </h2>
      <MomentClocks preview={data} told={taken !== null} />
      <form id={form.id} onSubmit={submit} noValidate className={`${formClasses.form} ${classes.reason}`}>
        <LongField form={form} name="reason" label={say('book.move.reason')} hint={say('book.move.reasonHint')} />
        {taken ? (
          <Taken
            error={taken}
            onTake={(ms) => {
              save.reset();
              onTake(ms);
            }}
          />
        ) : (
          save.error && Object.keys(form.mistakes).length === 0 && <Trouble error={save.error} />
        )}
        <Button type="submit" size="lg" loading={save.isPending} disabled={blocked} data-action="move">
          {say('book.move.save')}
          <About name={patient.name.display} />
        </Button>
      </form>
    </section>
  );
}
