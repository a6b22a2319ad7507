import { Button } from '@mantine/core';
import { IconScreenShare } from '@tabler/icons-react';
import { useState } from 'react';
import { isRecording } from '@okaeri/contracts';
import { Trouble } from '../../app/trouble';
import { FileBy } from '../../files/by';
import { About } from '../../parts/about';
import { useSay, useSayError } from '../../locale/say';
import { useRecordNews } from '../../record/use-record';
import type { RoomProps } from '../call/props';
import { maySend, shareScreen } from '../show/share';
import { FromRecord } from './from-record';
import panel from './panel.module.css';

/** What can be shown to everybody: her screen, where the browser can, and the files of the visit. */
export default function TourPanel({ page, people, seat }: RoomProps) {
  const say = useSay();
  const sayError = useSayError();
  useRecordNews(page.recordOf ?? '');
  const { call, state } = seat;
  const [trouble, setTrouble] = useState<unknown>(null);
  // What was spoken is heard, not shown.
  const files = page.files.filter(({ state: at, href, type }) => at === 'ready' && href && !isRecording(type));
  const { showing = null } = state ?? {};
  const other = showing && showing.seatId !== page.me.seatId;
  const name = people.find(({ seatId }) => seatId === showing?.seatId)?.name.display ?? '';
  if (!call) return null;
  return (
    <section className={panel.panel} data-screen="tour-panel">
      {other && <p role="status">{say('show.taken', { name })}</p>}
      {maySend() && (
        <Button
          variant="default"
          leftSection={<IconScreenShare size={22} aria-hidden="true" />}
          disabled={Boolean(other) || state?.sharing}
          onClick={() => {
            setTrouble(null);
            void shareScreen(call).catch(setTrouble);
          }}
          data-action="share"
        >
          {say('show.screen')}
        </Button>
      )}
      {trouble !== null && <Trouble error={trouble} />}
      {state?.error && <p role="alert">{sayError(state.error)}</p>}
      {files.length === 0 ? (
        <p className={panel.quiet}>{say('tour.none')}</p>
      ) : (
        <ul className={panel.files}>
          {files.map((file) => (
            <li key={file.fileId} className={panel.file}>
              <span className={panel.words}>
                <bdi className={panel.name}>{file.name}</bdi>
                <span className={panel.quiet}>
                  <FileBy file={file} />
                </span>
              </span>
              <Button
                variant="default"
                disabled={Boolean(other) || showing?.fileId === file.fileId}
                onClick={() => void call.show('tour', file.fileId)}
                data-action="tour-start"
                data-file={file.fileId}
              >
                {say('tour.start')}
                <About name={file.name} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {page.recordOf && page.mayAddFiles && (
        <FromRecord
          personId={page.recordOf}
          visitId={page.card.visitId}
          files={page.files}
          disabled={Boolean(other)}
          onShow={(fileId) => void call.show('tour', fileId)}
        />
      )}
    </section>
  );
}
