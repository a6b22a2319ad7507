import { Button, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { body, keyed, typed } from '../api/typed';
import { forgetDraft, readDraft, writeDraft } from '../api/drafts';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import classes from './thread.module.css';

/** A message to be sent; what is typed stays in this tab until it has arrived. */
export function Write({ episodeId }: { episodeId: string }) {
  const say = useSay();
  const draft = `thread.${episodeId}`;
  const [text, setText] = useState(() => readDraft(draft, { text: '' }).text ?? '');
  const [sent, setSent] = useState(false);
  const send = useWrite((text: string, key: string) =>
    body(
      typed.POST('/api/episodes/{episodeId}/messages', {
        params: { path: { episodeId }, header: keyed(key) },
        body: { text },
      }),
    ),
  );
  const type = (words: string) => {
    setText(words);
    setSent(false);
    writeDraft(draft, { text: words });
  };
  const submit = () => {
    const words = text.trim();
    if (words === '' || send.isPending) return;
    send.mutate(words, {
      onSuccess: () => {
        setText('');
        setSent(true);
        forgetDraft(draft);
      },
    });
  };
  return (
    <form
      className={classes.write}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textarea
        label={say('thread.text.label')}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={4000}
        data-field="message"
      />
      {send.error && (
        <>
          <Trouble error={send.error} />
          <p className={classes.quiet}>{say('thread.failed')}</p>
        </>
      )}
      <div className={classes.actions}>
        <Button
          type="submit"
          size="lg"
          leftSection={<IconSend size={22} aria-hidden="true" />}
          loading={send.isPending}
          disabled={text.trim() === ''}
          data-action="send"
        >
          {say('thread.send')}
        </Button>
        <p role="status" className={classes.sent}>
          {sent ? say('thread.sent') : ''}
        </p>
      </div>
    </form>
  );
}
