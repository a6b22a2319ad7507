import { Button, TextInput } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { chatTextMost } from '@okaeri/contracts';
import type { VisitPage } from '@okaeri/contracts';
import { useLate, useWriteChat } from '../../api/waiting';
import { Trouble } from '../../app/trouble';
import { useSay } from '../../locale/say';
import { goOnIn } from '../call/go-on';
import classes from './desk.module.css';

const choices = [10, 20, 30, 60] as const;

/** For who lets people in: that it gets late, and a word to those who wait. */
export function WaitingDesk(props: { visitId: string; expectedWords: string | null; writes?: boolean }) {
  const { visitId, expectedWords, writes = false } = props;
  return (
    <div className={classes.desk}>
      <Late visitId={visitId} expectedWords={expectedWords} />
      {writes && <Write visitId={visitId} />}
    </div>
  );
}

/** The same in the visit itself, where whoever holds a seat of the house may write too. */
export function Desk({ page }: { page: VisitPage }) {
  return <WaitingDesk visitId={page.card.visitId} expectedWords={page.card.expectedWords} writes />;
}

function Late({ visitId, expectedWords }: { visitId: string; expectedWords: string | null }) {
  const say = useSay();
  const heading = useId();
  const late = useLate(visitId);
  return (
    <div role="group" aria-labelledby={heading} className={classes.late}>
      <p id={heading} className={classes.quiet}>
        {say('waiting.late.title')}
      </p>
      <div className={classes.row}>
        {choices.map((minutes) => (
          <Button
            key={minutes}
            variant="default"
            disabled={late.isPending}
            onClick={() => late.mutate(minutes)}
            data-action={`late-${minutes}`}
          >
            {say('waiting.late.minutes', { minutes })}
          </Button>
        ))}
        {expectedWords && (
          <Button variant="default" disabled={late.isPending} onClick={() => late.mutate(0)} data-action="late-0">
            {say('waiting.late.none')}
          </Button>
        )}
      </div>
      <p role="status" className={classes.said} data-when>
        {expectedWords && say('waiting.late.said', { time: expectedWords })}
      </p>
      {late.error && <Trouble error={late.error} />}
    </div>
  );
}

function Write({ visitId }: { visitId: string }) {
  const say = useSay();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState(false);
  const write = useWriteChat(visitId);
  const words = text.trim();
  return (
    <form
      className={classes.write}
      onSubmit={(event) => {
        event.preventDefault();
        if (words === '' || write.isPending) return;
        write.mutate(
          { text: words, audience: 'waiting', to: null, fileId: null },
          {
            onSuccess: () => {
              setText('');
              setSent(true);
              goOnIn(field.current);
            },
          },
        );
      }}
    >
      <TextInput
        ref={field}
        label={say('waiting.write.label')}
        description={say('waiting.write.hint')}
        value={text}
        maxLength={chatTextMost}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setSent(false);
        }}
        data-field="to-waiting"
      />
      {write.error && <Trouble error={write.error} />}
      <div className={classes.row}>
        <Button
          type="submit"
          variant="default"
          loading={write.isPending}
          disabled={words === ''}
          data-action="send-waiting"
        >
          {say('waiting.write.send')}
        </Button>
        <p role="status" className={classes.said}>
          {sent && say('waiting.write.sent')}
        </p>
      </div>
    </form>
  );
}
