import { Button, Textarea } from '@mantine/core';
import { IconMicrophone, IconPaperclip, IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { chatTextMost } from '@okaeri/contracts';
import { useChat, useWriteChat } from '../../api/waiting';
import { Trouble } from '../../app/trouble';
import { Sending } from '../../files/sending';
import { upload, uploading } from '../../files/uploads';
import { useSay } from '../../locale/say';
import { goOnIn } from '../call/go-on';
import type { RoomProps } from '../call/props';
import { useKept } from '../call/use-kept';
import { MessageCard } from '../message/card';
import { mayRecord } from '../message/recorder';
import { openMessage, showInChat } from '../message/store';
import { useMessage } from '../message/use-message';
import classes from './chat.module.css';
import { Messages } from './messages';

const types = 'image/jpeg,image/png,image/webp,application/pdf';

/** What is written in the visit and stays with it; a file that is handed over goes to the visit's files too. */
export default function ChatPanel({ page, seat, kept }: RoomProps) {
  const say = useSay();
  const { visitId } = page.card;
  const chat = useChat(visitId);
  const write = useWriteChat(visitId);
  const messages = chat.data?.items.toReversed() ?? [];
  const [text, setText] = useKept(kept, 'chat');
  const input = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1)?.messageId;
  useEffect(() => {
    // Not returned: newer browsers answer with a promise, which would be taken for a way to clean up.
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [newest]);
  const all = useSyncExternalStore(uploading.subscribe, uploading.all);
  const message = useMessage(visitId);
  const own = all.filter((each) => each.visitId === visitId && each.id !== message.message?.id);
  useEffect(() => {
    showInChat(true);
    return () => showInChat(false);
  }, []);

  const send = () => {
    const words = text.trim();
    if (words === '' || write.isPending) return;
    const form = { text: words, audience: 'room' as const, to: null, fileId: null };
    // Not by the options of `mutate`: they are forgotten with a panel that is made anew meanwhile.
    void write.mutateAsync(form).then(
      () => {
        setText('');
        goOnIn(field.current);
      },
      () => undefined,
    );
  };
  const handOver = async (files: readonly File[]) => {
    for (const file of files) {
      const done = await upload(visitId, file, page.files);
      if (done?.state !== 'ready') continue;
      await write.mutateAsync({ text: '', audience: 'room', to: null, fileId: done.fileId }).catch(() => undefined);
    }
  };

  return (
    <section className={classes.chat} data-screen="chat">
      <div role="log" aria-label={say('call.chat.label')} className={classes.log}>
        {chat.data && messages.length === 0 && <p className={classes.quiet}>{say('chat.empty')}</p>}
        <Messages messages={messages} />
        <div ref={end} />
      </div>
      {(message.opened || message.at !== 'idle') && <MessageCard page={page} seat={seat} />}
      {own.length > 0 && (
        <ul className={classes.messages}>
          {own.map((each) => (
            <Sending key={each.id} upload={each} />
          ))}
        </ul>
      )}
      <form
        className={classes.write}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Textarea
          ref={field}
          label={say('chat.text.label')}
          value={text}
          maxLength={chatTextMost}
          autosize
          minRows={2}
          maxRows={6}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            // A line is sent as in any chat; who composes Japanese confirms a word with the same key.
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
          data-field="chat"
        />
        {write.error && <Trouble error={write.error} />}
        <div className={classes.actions}>
          <Button
            type="submit"
            leftSection={<IconSend size={20} aria-hidden="true" />}
            loading={write.isPending}
            disabled={text.trim() === ''}
            data-action="chat-send"
          >
            {say('chat.send')}
          </Button>
          {page.mayAddFiles && (
            <Button
              variant="default"
              leftSection={<IconPaperclip size={20} aria-hidden="true" />}
              onClick={() => input.current?.click()}
              data-action="chat-file"
            >
              {say('chat.file')}
            </Button>
          )}
          {!message.opened && message.at === 'idle' && mayRecord('audio') && (
            <Button
              variant="default"
              leftSection={<IconMicrophone size={20} aria-hidden="true" />}
              onClick={openMessage}
              data-action="record-open"
            >
              {say('record.open')}
            </Button>
          )}
        </div>
        <input
          ref={input}
          type="file"
          accept={types}
          hidden
          data-field="chat-file"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // The same file can be chosen once more.
            event.currentTarget.value = '';
            void handOver(files);
          }}
        />
      </form>
    </section>
  );
}
