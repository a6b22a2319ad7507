import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { threadPath } from '../app/paths';
import { Trouble } from '../app/trouble';
import formClasses from '../forms/form.module.css';
import { useSay } from '../locale/say';
import { Dialog } from '../parts/dialog';
import card from '../parts/card.module.css';

/** The longest question: with what it is about it still fits a message. */
const longest = 3000;

/** A question about one entry, as a message to those who treat her: there they answer it. data-action `send-question`. */
export function AskLooked(props: { asked: { episodeId: string; about: string }; onClose: () => void }) {
  const { asked, onClose } = props;
  const say = useSay();
  const [text, setText] = useState('');
  const send = useWrite((words: string, key: string) =>
    body(
      typed.POST('/api/episodes/{episodeId}/messages', {
        params: { path: { episodeId: asked.episodeId }, header: keyed(key) },
        body: { text: `${asked.about}\n\n${words}` },
      }),
    ),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (words !== '' && !send.isPending) send.mutate(words);
  };
  return (
    <Dialog title={say('looked.ask')} onClose={onClose}>
      {send.isSuccess ? (
        <div className={formClasses.form}>
          <p role="status">{say('looked.question.sent')}</p>
          <div className={formClasses.actions}>
            <Button component={Link} to={threadPath(asked.episodeId)} data-action="open-thread">
              {say('looked.question.open')}
            </Button>
          </div>
        </div>
      ) : (
        <form onSubmit={submit} noValidate className={formClasses.form}>
          <p className={card.note}>{asked.about}</p>
          <p className={formClasses.quiet}>{say('looked.question.body')}</p>
          <Textarea
            label={say('looked.question.label')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={longest}
            data-field="question"
            data-first
          />
          {send.error && <Trouble error={send.error} />}
          <div className={formClasses.actions}>
            <Button type="submit" loading={send.isPending} disabled={text.trim() === ''} data-action="send-question">
              {say('looked.question.send')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
