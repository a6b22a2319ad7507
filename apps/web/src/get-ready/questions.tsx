import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { LongField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';

/** What she wants to ask: the team reads it before the visit. */
export function Questions({ episodeId }: { episodeId: string }) {
  const say = useSay();
  const form = useForm({ text: '' }, `questions.${episodeId}`);
  const send = useWrite((text: string, key) =>
    body(
      typed.POST('/api/episodes/{episodeId}/messages', {
        params: { path: { episodeId }, header: keyed(key) },
        body: { text },
      }),
    ),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['text'])) return;
    send.mutate(form.values.text.trim(), {
      onSuccess: () => {
        form.done();
        form.fill({ text: '' });
      },
      onError: (error) => void form.refuse(error),
    });
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
      <LongField
        form={form}
        name="text"
        label={say('ready.questions.label')}
        hint={say('ready.questions.hint')}
        maxLength={4000}
      />
      {send.error && Object.keys(form.mistakes).length === 0 && <Trouble error={send.error} />}
      <p role="status" className={formClasses.said}>
        {send.isSuccess ? say('ready.questions.sent') : ''}
      </p>
      <div className={formClasses.actions}>
        <Button type="submit" variant="default" loading={send.isPending} data-action="send-question">
          {say('ready.questions.send')}
        </Button>
      </div>
    </form>
  );
}
