import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { guestsPerVisit, seatsOf, seatsPerVisit } from '@okaeri/contracts';
import type { BookingForm, BookingPage, MoveForm } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { keys, queries } from '../api/queries';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Page } from '../app/page';
import { casePath, seriesPath } from '../app/paths';
import { Trouble } from '../app/trouble';
import { LongField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useLocale } from '../locale/locale';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import columns from '../parts/columns.module.css';
import { ThingsField } from '../things/things-field';
import classes from './book.module.css';
import { Further, Kind } from './conference';
import { Guests } from './guests';
import { People } from './people';
import { Preview } from './preview';
import { usePreview } from './use-preview';
import { WallFields } from './wall-fields';
import { interpretingOf, isConference, startOf, takenUp, wallOf } from './values';
import type { GuestValues } from './values';

/** When, who, and what the visit is for; beside it what that time means on all clocks. */
export function Book({ page }: { page: BookingPage }) {
  const say = useSay();
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { move, patient, episodeId } = page;
  const form = useForm(startOf(page), `book.${move?.visitId ?? episodeId}`);
  const [guests, setGuests] = useState<readonly GuestValues[]>([]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { values } = form;
  const conference = !move && isConference(values);
  const withPatient = !conference || values.withPatient;
  const physicianIds = conference ? chosen.filter((id) => id !== values.physicianId) : [];
  const wall = wallOf(values);
  const thingIds = values.things.split(' ').filter(Boolean);
  const who = { personIds: takenUp(values, page, physicianIds), thingIds, withPatient };
  const preview = usePreview(episodeId, wall, who, move?.visitId);
  const interpreterHere = values.interpreterId === '' ? null : true;
  const seats = seatsOf({
    withPatient,
    physicianId: values.physicianId,
    physicianIds,
    interpreter: interpreterHere,
    guests,
  });
  const save = useWrite(async (form: MoveForm | BookingForm, key) =>
    'version' in form
      ? body(
          typed.POST('/api/visits/{visitId}/move', {
            params: { path: { visitId: move?.visitId ?? '' }, header: keyed(key) },
            body: form,
          }),
        )
      : body(typed.POST('/api/visits', { params: { header: keyed(key) }, body: form })),
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(move ? ['date', 'time', 'reason'] : ['date', 'time', 'physicianId']) || !wall) return;
    const purpose = values.purpose.trim();
    const wanted = move
      ? { ...wall, reason: values.reason.trim(), version: move.version }
      : {
          ...wall,
          episodeId,
          kind: conference ? ('conference' as const) : ('visit' as const),
          withPatient,
          physicianId: values.physicianId,
          physicianIds,
          ...interpretingOf(values, page, locale),
          guests: [...guests],
          thingIds,
          ...(purpose ? { purpose } : {}),
        };
    save.mutate(wanted, {
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
        void preview.refetch();
      },
    });
  };
  // What collides is said beside the clocks, with a way out.
  const overlap = save.error instanceof ApiError && save.error.code === 'overlap';
  const refused = save.error && !overlap && Object.keys(form.mistakes).length === 0;
  return (
    <Page
      title={say(move ? 'book.move.title' : 'book.title')}
      lead={
        <>
          <Name name={patient.name} both /> · {page.title}
        </>
      }
      wide
    >
      <form id={form.id} onSubmit={submit} noValidate data-screen="book" className={columns.columns}>
        <div className={formClasses.form}>
          {move && (
            <p className={classes.old} data-when>
              {say('book.move.old', { when: move.when.sentence })}
            </p>
          )}
          <WallFields form={form} page={page} repeated={preview.repeated} />
          {!move && <Kind form={form} page={page} />}
          {!move && <People form={form} page={page} />}
          {!move && <ThingsField form={form} page={page} />}
          {conference && <Further form={form} page={page} chosen={physicianIds} onChosen={setChosen} />}
          {!move && (
            <Guests
              guests={guests}
              language={patient.language}
              onGuests={setGuests}
              conference={conference}
              most={conference ? seatsPerVisit - seats + guests.length : guestsPerVisit}
            />
          )}
          {conference && (
            <p className={formClasses.quiet} role="status" data-seats={seats}>
              {say('book.seats', { count: seats, most: seatsPerVisit })}
            </p>
          )}
          {move ? (
            <LongField form={form} name="reason" label={say('book.move.reason')} hint={say('book.move.reasonHint')} />
          ) : (
            <LongField form={form} name="purpose" label={say('book.purpose')} hint={say('book.purposeHint')} optional />
          )}
          {refused && <Trouble error={save.error} />}
        </div>
        <aside className={columns.side} aria-label={say('book.meaning')}>
          <Preview
            preview={preview}
            onTake={({ date, time }) => form.fill({ date, time, repeated: '' })}
            whole={wall !== null}
          />
          <div className={formClasses.actions}>
            <Button
              type="submit"
              size="lg"
              loading={save.isPending}
              disabled={(preview.data?.conflicts.length ?? 0) > 0 || seats > seatsPerVisit}
              data-action={move ? 'move' : 'book'}
            >
              {say(move ? 'book.move.save' : conference ? 'book.conference.save' : 'book.save')}
              <About name={patient.name.display} />
            </Button>
            {!move && !conference && (
              <Button
                component={Link}
                to={seriesPath(episodeId)}
                state={values}
                variant="default"
                size="lg"
                data-action="repeat"
              >
                {say('series.open')}
              </Button>
            )}
            <Button component={Link} to={casePath(episodeId)} variant="default" size="lg">
              {say('common.cancel')}
            </Button>
          </div>
        </aside>
      </form>
    </Page>
  );
}
