import { Button } from '@mantine/core';
import { IconMicrophone, IconPlayerStop, IconSend, IconTrash, IconVideo } from '@tabler/icons-react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { uploading } from '../../files/uploads';
import { useMe } from '../../api/session';
import { useSay, useSayError } from '../../locale/say';
import type { RoomProps } from '../call/props';
import { Picture } from '../device/picture';
import classes from './message.module.css';
import { Player } from './player';
import { mayRecord, type RecordedKind } from './recorder';
import type { MessageState } from './current';
import { discard, record, send, stopRecording } from './store';
import { useMessage } from './use-message';

interface CardProps extends Pick<RoomProps, 'page' | 'seat'> {
  /** Said above the buttons: why she is asked. */
  offer?: string | undefined;
  overCall?: boolean;
}

/** A message of her voice, or of voice and picture: recorded, looked over, sent. */
export function MessageCard({ page, seat, offer, overCall }: CardProps) {
  const say = useSay();
  const me = useMe();
  const { visitId } = page.card;
  const state = useMessage(visitId);
  const { call, local } = seat;

  const begin = async (kind: RecordedKind) => {
    if (!me) return;
    const heard = seat.state?.microphoneOn ?? false;
    const own = { microphone: local.microphone?.track ?? null, camera: local.camera?.track ?? null };
    const made = record(kind, own, {
      visitId,
      personId: me.personId,
      nameOf: (one) => say(`record.label.${one}`),
    });
    // What is said to the message is not said to the room as well.
    if (heard) void call?.setMicrophone(false);
    await made;
    // Not where she has gone meanwhile: that would open it once more.
    if (heard && call && !['left', 'closed'].includes(call.getSnapshot().phase)) void call.setMicrophone(true);
  };
  return (
    <section
      className={classes.card}
      data-message-at={state.at}
      data-over-call={overCall || undefined}
      data-home
      tabIndex={-1}
      aria-label={say('record.open')}
    >
      {(state.at === 'idle' || state.at === 'asking') && (
        <>
          {offer && <p role="status">{offer}</p>}
          {state.denied && <p role="alert">{say('record.denied')}</p>}
          <p className={classes.quiet}>{say('record.hint')}</p>
          <div className={classes.actions}>
            {mayRecord('audio') && (
              <Button
                leftSection={<IconMicrophone size={20} aria-hidden="true" />}
                loading={state.at === 'asking'}
                onClick={() => void begin('audio')}
                data-action="record"
              >
                {say('record.audio')}
              </Button>
            )}
            {mayRecord('video') && local.camera && (
              <Button
                variant="default"
                leftSection={<IconVideo size={20} aria-hidden="true" />}
                disabled={state.at === 'asking'}
                onClick={() => void begin('video')}
                data-action="record-video"
              >
                {say('record.video')}
              </Button>
            )}
          </div>
        </>
      )}
      {state.at === 'recording' && <Running state={state} />}
      {state.message && <Review state={state} />}
      {state.at === 'sent' && (
        <>
          <p role="status">{say('record.sent')}</p>
          <div className={classes.actions}>
            <Button variant="default" onClick={() => void discard()} data-action="record-done">
              {say('common.close')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Running({ state: { since, kind, recording } }: { state: MessageState }) {
  const say = useSay();
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const [picture] = recording?.stream.getVideoTracks() ?? [];
  return (
    <>
      {kind === 'video' && picture && <Picture className={classes.own} track={picture} mirrored />}
      <p className={classes.running} role="timer">
        <span className={classes.dot} aria-hidden="true" />
        {say('record.running', { time: clockOf((now - since) / 1000) })}
      </p>
      <div className={classes.actions}>
        <Button
          leftSection={<IconPlayerStop size={20} aria-hidden="true" />}
          onClick={stopRecording}
          data-action="record-stop"
          autoFocus
        >
          {say('record.stop')}
        </Button>
      </div>
    </>
  );
}

function Review({ state: { at, message } }: { state: MessageState }) {
  const say = useSay();
  const sayError = useSayError();
  const uploads = useSyncExternalStore(uploading.subscribe, uploading.all);
  const blob = message?.blob;
  const href = useMemo(() => (blob ? URL.createObjectURL(blob) : null), [blob]);
  useEffect(() => () => void (href && URL.revokeObjectURL(href)), [href]);
  if (!message || !href) return null;
  const upload = uploads.find(({ id }) => id === message.id);
  const percent = upload && upload.bytes > 0 ? Math.floor((upload.sent / upload.bytes) * 100) : 0;
  if (at === 'sending') {
    // Until the server has heard of it, nothing says that there is a way.
    const away = !upload?.fileId || upload.state === 'paused';
    return (
      <p role="status" data-record-waits={away || undefined}>
        {away ? say('record.waiting') : say('record.sending', { percent })}
      </p>
    );
  }
  return (
    <>
      {at === 'refused' ? (
        <p role="alert">{sayError(upload?.error ?? null)}</p>
      ) : (
        <p role="status">{say('record.review')}</p>
      )}
      <Player href={href} kind={message.kind} />
      <div className={classes.actions}>
        <Button
          leftSection={<IconSend size={20} aria-hidden="true" />}
          onClick={() => void send()}
          data-action="record-send"
        >
          {say('record.send')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconTrash size={20} aria-hidden="true" />}
          onClick={() => void discard()}
          data-action="record-discard"
        >
          {say('record.discard')}
        </Button>
      </div>
    </>
  );
}

/** "1:07": the same in every language that we speak. */
function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
