import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, type FormEvent } from 'react';
import { questionTextMost, questionsMost, type VisitQuestions } from '@okaeri/contracts';
import { Loaded, Trouble } from '../app/trouble';
import { LongField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import { OwnQuestion } from './own-question';
import classes from './questions.module.css';
import { useQuestions, useWriteQuestion } from './use-questions';

/*
 * What a patient wants to ask in her next visit, one at a time: data-screen `own-questions`; data-action `add-question`,
 * `change-question`, `save-question`, `raise-question`, `remove-question`; data-field `question`.
 */

export default function OwnQuestions({ visitId }: { visitId: string }) {
  const query = useQuestions(visitId);
  return <Loaded query={query}>{(page) => <Own visitId={visitId} page={page} />}</Loaded>;
}

function Own({ visitId, page }: { visitId: string; page: VisitQuestions }) {
  const say = useSay();
  const open = page.items.filter(({ answered }) => !answered);
  const answered = page.items.filter((item) => item.answered);
  return (
    <section className={classes.own} data-screen="own-questions" data-count={open.length}>
      <p className={formClasses.quiet}>{say('question.hint', { most: questionsMost })}</p>
      {open.length > 0 && (
        <ol className={classes.list}>
          {open.map((item, at) => (
            <OwnQuestion key={item.questionId} visitId={visitId} item={item} at={at} mayWrite={page.mayWrite} />
          ))}
        </ol>
      )}
      {page.mayWrite &&
        (page.full ? (
          <p className={classes.full}>{say('question.full')}</p>
        ) : (
          <Add visitId={visitId} any={open.length > 0} />
        ))}
      {answered.length > 0 && (
        <details className={classes.answered}>
          <summary>{say('question.answered', { count: answered.length })}</summary>
          <ul className={classes.list}>
            {answered.map((item) => (
              <li key={item.questionId} className={classes.item}>
                <p className={classes.text} lang={item.language}>
                  {item.text}
                </p>
                {item.answeredWords && <p className={classes.quiet}>{item.answeredWords}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** One field, large; the next question gets it again. */
function Add({ visitId, any }: { visitId: string; any: boolean }) {
  const say = useSay();
  const form = useForm({ text: '' }, `question.${visitId}`);
  const write = useWriteQuestion(visitId);
  const field = useRef<HTMLDivElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['text'])) return;
    write.mutate(form.values.text.trim(), {
      onSuccess: () => {
        form.done();
        form.fill({ text: '' });
        field.current?.querySelector('textarea')?.focus();
      },
      onError: (error) => void form.refuse(error),
    });
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
      <div ref={field} className={classes.large} data-field="question">
        <LongField
          form={form}
          name="text"
          label={say(any ? 'question.next' : 'question.first')}
          maxLength={questionTextMost}
        />
      </div>
      {write.error && Object.keys(form.mistakes).length === 0 && <Trouble error={write.error} />}
      <div className={formClasses.actions}>
        <Button
          type="submit"
          size="lg"
          variant="light"
          loading={write.isPending}
          leftSection={<IconPlus size={22} aria-hidden="true" />}
          data-action="add-question"
        >
          {say('question.add')}
        </Button>
      </div>
    </form>
  );
}
