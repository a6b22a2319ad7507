import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Duplicate, PatientForm, PeoplePage } from '@okaeri/contracts';
import { ApiError } from '../api/client';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Page } from '../app/page';
import { casePath } from '../app/paths';
import { Trouble } from '../app/trouble';
import formClasses from '../forms/form.module.css';
import { mistakesOf, useForm } from '../forms/use-form';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import { Duplicates } from './duplicates';
import { Treatment, Where, Who } from './steps';
import { emptyPatient, neededIn, patientOf, patientSteps, stepOf } from './values';

/** Three short steps. What was typed stays in this tab, and comes back when she does. */
export function Register({ people, choice }: { people: PeoplePage; choice: ReactNode }) {
  const say = useSay();
  const { locale } = useLocale();
  const navigate = useNavigate();
  const form = useForm(emptyPatient(people, locale), 'register');
  const [at, setAt] = useState(0);
  const [found, setFound] = useState<readonly Duplicate[] | null>(null);
  const step = patientSteps[at] ?? 'who';
  const last = at === patientSteps.length - 1;
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = true;
  }, [at]);

  const save = useWrite((form: PatientForm, key) =>
    body(typed.POST('/api/patients', { params: { header: keyed(key) }, body: form })),
  );
  const send = (decision: PatientForm['decision']) =>
    save.mutate(patientOf(form.values, people.institution.institutionId, decision), {
      onSuccess: ({ episodeId }) => {
        form.done();
        void navigate(casePath(episodeId), { replace: true });
      },
      onError: (error) => {
        if (error instanceof ApiError && error.code === 'duplicate_found') {
          setFound((error.problem.duplicates ?? []) as Duplicate[]);
          return;
        }
        setFound(null);
        const first = Object.keys(mistakesOf(error, Object.keys(form.values)))[0];
        if (first) setAt(patientSteps.indexOf(stepOf(first)));
        form.refuse(error);
      },
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(neededIn[step])) return;
    if (last) send(null);
    else setAt(at + 1);
  };

  if (found) {
    return (
      <Duplicates
        values={form.values}
        found={found}
        busy={save.isPending}
        error={save.error}
        onSame={(personId) => send({ kind: 'same', personId })}
        onOther={() => send({ kind: 'different', personIds: found.map(({ personId }) => personId) })}
        onBack={() => setFound(null)}
      />
    );
  }
  const wrong = save.error && Object.keys(form.mistakes).length === 0;
  return (
    <Page title={say('register.title')} lead={people.institution.name} narrow>
      {choice}
      <form
        id={form.id}
        onSubmit={submit}
        noValidate
        className={formClasses.form}
        data-screen="register"
        data-step={step}
      >
        <h2 ref={heading} tabIndex={-1} className={formClasses.step}>
          <span className={formClasses.quiet}>
            {say('register.step', { number: at + 1, all: patientSteps.length })}
          </span>
          {say(`register.${step}.title`)}
        </h2>
        {step === 'who' && <Who form={form} />}
        {step === 'where' && <Where form={form} />}
        {step === 'treatment' && <Treatment form={form} people={people} />}
        {wrong && <Trouble error={save.error} />}
        <div className={formClasses.actions}>
          <Button type="submit" size="lg" loading={save.isPending} data-action={last ? 'save' : 'next'}>
            {last ? say('register.save') : say('common.continue')}
          </Button>
          {at > 0 && (
            <Button variant="default" size="lg" onClick={() => setAt(at - 1)} data-action="back">
              {say('common.back')}
            </Button>
          )}
        </div>
      </form>
    </Page>
  );
}
