import { Button } from '@mantine/core';
import { IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { questionTextMost, type VisitQuestions } from '@okaeri/contracts';
import { Trouble } from '../app/trouble';
import { LongField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import classes from './questions.module.css';
import { usePlace, useRemove, useRewrite } from './use-questions';

interface OwnQuestionProps {
  visitId: string;
  item: VisitQuestions['items'][number];
  at: number;
  mayWrite: boolean;
}

/** One of her questions, and what she can do with it. */
export function OwnQuestion({ visitId, item, at, mayWrite }: OwnQuestionProps) {
  const say = useSay();
  const [changing, setChanging] = useState(false);
  const path = { visitId, questionId: item.questionId };
  const place = usePlace(path);
  const remove = useRemove(path);
  const error = place.error ?? remove.error;
  return (
    <li className={classes.item} data-question={item.questionId}>
      {changing ? (
        <Change path={path} text={item.text} onDone={() => setChanging(false)} />
      ) : (
        <p className={classes.text} lang={item.language}>
          <span className={classes.number} aria-hidden="true">
            {at + 1}
          </span>
          {item.text}
        </p>
      )}
      {mayWrite && !changing && (
        <div className={classes.actions}>
          {at > 0 && (
            <Button
              variant="subtle"
              leftSection={<IconArrowUp size={20} aria-hidden="true" />}
              loading={place.isPending}
              onClick={() => place.mutate(at - 1)}
              data-action="raise-question"
            >
              {say('question.raise')}
            </Button>
          )}
          <Button
            variant="subtle"
            leftSection={<IconPencil size={20} aria-hidden="true" />}
            onClick={() => setChanging(true)}
            data-action="change-question"
          >
            {say('question.change')}
          </Button>
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={20} aria-hidden="true" />}
            loading={remove.isPending}
            onClick={() => remove.mutate(null)}
            data-action="remove-question"
          >
            {say('question.remove')}
          </Button>
        </div>
      )}
      {error && <Trouble error={error} />}
    </li>
  );
}

interface ChangeProps {
  path: { visitId: string; questionId: string };
  text: string;
  onDone: () => void;
}

function Change({ path, text, onDone }: ChangeProps) {
  const say = useSay();
  const form = useForm({ text }, null);
  const rewrite = useRewrite(path);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['text'])) return;
    rewrite.mutate(form.values.text.trim(), { onSuccess: onDone, onError: (error) => void form.refuse(error) });
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
      <div className={classes.large}>
        <LongField form={form} name="text" label={say('question.label')} maxLength={questionTextMost} />
      </div>
      {rewrite.error && Object.keys(form.mistakes).length === 0 && <Trouble error={rewrite.error} />}
      <div className={formClasses.actions}>
        <Button type="submit" loading={rewrite.isPending} data-action="save-question">
          {say('question.save')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
