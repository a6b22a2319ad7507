import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import type { BookingPage } from '@okaeri/contracts';
import { Page } from '../app/page';
import { casePath } from '../app/paths';
import { Trouble } from '../app/trouble';
import book from '../book/book.module.css';
import { People } from '../book/people';
import { WallFields } from '../book/wall-fields';
import { LongField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useLocale } from '../locale/locale';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import columns from '../parts/columns.module.css';
import { ThingsField } from '../things/things-field';
import { Dates } from './dates';
import { RepeatFields } from './repeat-fields';
import { useBookSeries, useSeriesPreview } from './use-series';
import { formOf, startOf, tallyOf, type Changes, type Given } from './values';

/** The first time, how often, and on whose clock; beside it every date on both clocks, before any is booked. */
export function Series({ page, given }: { page: BookingPage; given: Given }) {
  const say = useSay();
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { episodeId, patient } = page;
  // A time that was just chosen counts for more than what was typed here the day before.
  const form = useForm(startOf(page, given), given.date ? null : `series.${episodeId}`);
  const [changes, setChanges] = useState<Changes>({ skip: [], swaps: [] });
  const wanted = formOf(form.values, page, changes, locale);
  const preview = useSeriesPreview(wanted);
  const save = useBookSeries();
  const tally = tallyOf(preview.dates);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['date', 'time', 'physicianId']) || !wanted) return;
    save.mutate(wanted, {
      onSuccess: () => {
        form.done();
        void navigate(casePath(episodeId));
      },
      onError: (error) => {
        form.refuse(error);
        void preview.refetch();
      },
    });
  };
  const refused = save.error && Object.keys(form.mistakes).length === 0;
  return (
    <Page
      title={say('series.title')}
      lead={
        <>
          <Name name={patient.name} both /> · {page.title}
        </>
      }
      wide
    >
      <form id={form.id} onSubmit={submit} noValidate data-screen="series" className={columns.columns}>
        <div className={formClasses.form}>
          <WallFields form={form} page={page} repeated={preview.repeated} />
          <RepeatFields form={form} page={page} />
          <People form={form} page={page} />
          <ThingsField form={form} page={page} />
          <LongField form={form} name="purpose" label={say('book.purpose')} hint={say('book.purposeHint')} optional />
        </div>
        <section className={book.preview} aria-labelledby="series-dates">
          <h2 id="series-dates" className={book.title}>
            {say('series.dates')}
          </h2>
          {!wanted && <p className={book.quiet}>{say('book.chooseTime')}</p>}
          {preview.error && !preview.repeated && <Trouble error={preview.error} />}
          {preview.repeated && <p className={book.warn}>{say('book.repeated')}</p>}
          <Dates dates={preview.dates} behind={preview.behind} changes={changes} onChanges={setChanges} />
          {refused && <Trouble error={save.error} />}
          <p role="status" className={book.quiet}>
            {tally.blocked > 0 ? say('series.blocked', { count: tally.blocked }) : ''}
          </p>
          <div className={formClasses.actions}>
            <Button
              type="submit"
              size="lg"
              loading={save.isPending}
              disabled={tally.wanted === 0 || tally.blocked > 0 || preview.behind}
              data-action="book-series"
            >
              {say('series.save', { count: tally.wanted })}
              <About name={patient.name.display} />
            </Button>
            <Button component={Link} to={casePath(episodeId)} variant="default" size="lg">
              {say('common.cancel')}
            </Button>
          </div>
        </section>
      </form>
    </Page>
  );
}
