import { IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import type { ChatMessage, FileView } from '@okaeri/contracts';
import { FileViewer } from '../../files/viewer';
import { Name } from '../../locale/name';
import { Say, useSay } from '../../locale/say';
import { Player } from '../message/player';
import classes from './chat.module.css';

/** What was written, the oldest first; a file that was handed over opens in its place. */
export function Messages({ messages }: { messages: readonly ChatMessage[] }) {
  const [open, setOpen] = useState<FileView | null>(null);
  const [shut, setShut] = useState<FileView | null>(null);
  const close = () => {
    setShut(open);
    setOpen(null);
  };
  if (open) return <FileViewer file={open} onClose={close} />;
  return (
    <ol className={classes.messages}>
      {messages.map((message) => (
        <Message
          key={message.messageId}
          message={message}
          shut={shut !== null && message.file?.fileId === shut.fileId}
          onOpen={setOpen}
        />
      ))}
    </ol>
  );
}

interface MessageProps {
  message: ChatMessage;
  /** Its file was just looked at. */
  shut: boolean;
  onOpen: (file: FileView) => void;
}

function Message({ message, shut, onOpen }: MessageProps) {
  const say = useSay();
  const { messageId, kind, mine, by, atWords: when, text, language, file, audience } = message;
  return (
    <li className={classes.message} data-mine={mine || undefined} data-message={messageId} data-kind={kind}>
      <p className={classes.by} data-when>
        {mine ? (
          say('thread.by.me', { when })
        ) : (
          <Say id="thread.by.other" values={{ name: <Name name={by} />, when }} />
        )}
        {audience === 'waiting' && <span className={classes.to}>{say('chat.toWaiting')}</span>}
      </p>
      {text && (
        <p className={classes.text} lang={language} data-when={kind === 'late' || undefined}>
          {text}
        </p>
      )}
      {kind === 'file' && <Handed file={file} shut={shut} onOpen={onOpen} />}
      {kind === 'recording' && <Spoken file={file} />}
    </li>
  );
}

function Spoken({ file }: { file: FileView | null }) {
  const say = useSay();
  if (!file?.href) return <p className={classes.by}>{say('chat.file.gone')}</p>;
  return <Player href={file.href} kind={file.type?.startsWith('video/') ? 'video' : 'audio'} />;
}

function Handed({ file, shut, onOpen }: Omit<MessageProps, 'message'> & { file: FileView | null }) {
  const say = useSay();
  if (!file) return <p className={classes.by}>{say('chat.file.gone')}</p>;
  return (
    <button
      type="button"
      className={classes.file}
      aria-label={say('chat.file.open', { name: file.name })}
      onClick={() => onOpen(file)}
      autoFocus={shut}
      data-action="open-file"
    >
      {file.type === 'application/pdf' || !file.href ? (
        <IconFileTypePdf size={32} aria-hidden="true" />
      ) : (
        <img className={classes.thumb} src={file.href} alt="" loading="lazy" decoding="async" />
      )}
      <bdi>{file.name}</bdi>
    </button>
  );
}
