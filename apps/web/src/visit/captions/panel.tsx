import { Button, NativeSelect, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useSay, useSayError } from '../../locale/say';
import { goOnIn } from '../call/go-on';
import type { RoomProps } from '../call/props';
import { useKept } from '../call/use-kept';
import { choicesOf, primary, roomSoundOf } from '../interpret/room-sound';
import { captionMost, writeCaption } from './frames';
import classes from './captions.module.css';

/** What is said, written down by somebody who understands it, for those who listen to that language. */
export default function CaptionsPanel({ page, people, seat, kept }: RoomProps) {
  const say = useSay();
  const sayError = useSayError();
  const { call, state } = seat;
  const room = state && roomSoundOf(state, people, page.me.seatId);
  const own = room?.own;
  const into = own?.to ?? own?.pair[0] ?? room?.languages[0] ?? 'en';
  const [chosen, setChosen] = useKept(kept, 'caption-language');
  const [text, setText] = useKept(kept, 'caption');
  const [last, setLast] = useKept(kept, 'caption-last');
  const field = useRef<HTMLTextAreaElement>(null);
  const [busy, setBusy] = useState(false);
  const language = chosen || primary(into);
  const send = () => {
    const words = text.trim();
    if (words === '' || busy || !call) return;
    setBusy(true);
    void call.say('caption', writeCaption(language, words)).then((done) => {
      setBusy(false);
      if (!done) return;
      setLast(words);
      setText('');
      goOnIn(field.current);
    });
  };
  return (
    <form
      className={classes.write}
      data-screen="captions"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <NativeSelect
        label={say('caption.language')}
        description={say('caption.why')}
        value={language}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={choicesOf(room?.languages ?? [])}
        data-field="caption-language"
      />
      <Textarea
        ref={field}
        label={say('caption.field')}
        value={text}
        maxLength={captionMost}
        autosize
        minRows={2}
        maxRows={5}
        lang={language}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Whoever writes along has no hand for a button; who composes Japanese confirms a word with the same key.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
        data-field="caption"
      />
      {state?.error && <p role="alert">{sayError(state.error)}</p>}
      <Button
        type="submit"
        leftSection={<IconSend size={20} aria-hidden="true" />}
        disabled={text.trim() === ''}
        data-action="caption-send"
      >
        {say('caption.send')}
      </Button>
      {last && (
        <p className={classes.last} role="status">
          <span className={classes.by}>{say('caption.sent')}</span> <bdi lang={language}>{last}</bdi>
        </p>
      )}
    </form>
  );
}
