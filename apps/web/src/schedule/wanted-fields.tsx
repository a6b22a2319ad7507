import { localeTags, type BookingPage } from '@okaeri/contracts';
import { pairsFor } from '../book/pairs';
import { PhysicianField } from '../book/physician-field';
import { ChoiceField, TextField } from '../forms/fields';
import type { Form } from '../forms/use-form';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import { languageName, languageNames } from '../people/languages';
import { ThingsField } from '../things/things-field';
import classes from './schedule.module.css';
import type { Wanted } from './values';

const lengths = [15, 20, 30, 45, 60, 90] as const;

interface WantedFieldsProps {
  form: Form<Wanted>;
  page: BookingPage;
  /** While a time is held: it is for these people and of this length. */
  fixed: boolean;
  onChange: () => void;
}

/** For whom, in which languages, how long and from when; who is in a visit that is moved stays in it. */
export function WantedFields({ form, page, fixed, onChange }: WantedFieldsProps) {
  const say = useSay();
  const { locale } = useLocale();
  const tag = localeTags[locale];
  const nameOf = (id: string) => page.interpreters.find(({ personId }) => personId === id)?.name.display ?? '';
  const pairs = pairsFor(page);
  const others = page.interpreters.filter(
    ({ personId }) => !pairs.some(({ personIds }) => personIds.includes(personId)),
  );
  const interpreters = [
    ...pairs.map(({ languages, personIds }) => {
      const [one, two] = languages.map((code) => languageName(code, tag));
      const pair = say('jobs.languages', { first: one ?? '', second: two ?? '' });
      const who =
        personIds.length === 1 ? nameOf(personIds[0] ?? '') : say('schedule.pairOf', { count: personIds.length });
      return { value: languages.join(' '), label: `${pair} – ${who}` };
    }),
    ...pairs
      .filter(({ personIds }) => personIds.length > 1)
      .flatMap(({ personIds }) => personIds)
      .filter((id, at, all) => all.indexOf(id) === at)
      .map((id) => ({ value: id, label: nameOf(id) })),
    ...others.map(({ personId, name, languages }) => ({
      value: personId,
      label: `${name.display} – ${languageNames(languages, tag).join(', ')}`,
    })),
  ];
  return (
    <fieldset className={classes.wanted} disabled={fixed} onChange={onChange}>
      <legend className={classes.unseen}>{say('schedule.wanted')}</legend>
      {!page.move && (
        <>
          <PhysicianField form={form} page={page} />
          <ChoiceField
            form={form}
            name="interpreter"
            label={say('role.interpreter')}
            options={interpreters}
            empty={say('book.noInterpreter')}
          />
        </>
      )}
      <ChoiceField
        form={form}
        name="minutes"
        label={say('book.length')}
        options={lengths.map((one) => ({ value: String(one), label: say('today.day.minutes', { minutes: one }) }))}
      />
      <TextField form={form} name="from" type="date" label={say('schedule.from')} />
      {!page.move && <ThingsField form={form} page={page} />}
    </fieldset>
  );
}
