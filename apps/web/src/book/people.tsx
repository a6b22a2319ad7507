import { localeTags, type BookingPage } from '@okaeri/contracts';
import { ChoiceField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import type { Form } from '../forms/use-form';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import { languageList, languageName } from '../people/languages';
import { pairsFor } from './pairs';
import { pairOf } from './values';
import type { BookValues } from './values';
import { PhysicianField } from './physician-field';

/** The physician, and an interpreter where the two sides share no language. */
export function People({ form, page }: { form: Form<BookValues>; page: BookingPage }) {
  const say = useSay();
  const { locale } = useLocale();
  const tag = localeTags[locale];
  const interpreter = page.interpreters.find(({ personId }) => personId === form.values.interpreterId);
  const pair = interpreter && pairOf(interpreter.languages, page.patient.language, form.values.other);
  const asked = pairsFor(page);
  const isAsked = asked.some(({ languages }) => languages.join(' ') === form.values.interpreterId);
  const others = interpreter && pair ? interpreter.languages.filter((code) => code !== pair[1]) : [];
  return (
    <fieldset className={formClasses.group}>
      <legend className={formClasses.legend}>{say('book.who')}</legend>
      <PhysicianField form={form} page={page} />
      <ChoiceField
        form={form}
        name="interpreterId"
        label={say('role.interpreter')}
        optional
        options={[
          ...asked.map(({ languages, personIds }) => {
            const [first = '', second = ''] = languages.map((code) => languageName(code, tag));
            const pair = say('jobs.languages', { first, second });
            return {
              value: languages.join(' '),
              label: `${pair} – ${say('schedule.pairOf', { count: personIds.length })}`,
            };
          }),
          ...page.interpreters.map(({ personId, name, languages }) => ({
            value: personId,
            label: `${name.display} – ${languageList(languages, tag)}`,
          })),
        ]}
        hint={isAsked ? say('asked.whom') : undefined}
        empty={say('book.noInterpreter')}
      />
      {pair && others.length > 1 && (
        <ChoiceField
          form={form}
          name="other"
          label={say('book.between', { language: languageName(pair[1], tag) })}
          options={others.map((code) => ({ value: code, label: languageName(code, tag) }))}
        />
      )}
    </fieldset>
  );
}
