import { overStatuses } from '@okaeri/contracts';
import type { FileView, VisitPage } from '@okaeri/contracts';
import { useState, useSyncExternalStore } from 'react';
import { useSay } from '../locale/say';
import { AddFile } from './add-file';
import classes from './files.module.css';
import { FileRow } from './row';
import { Sending } from './sending';
import { upload, uploading } from './uploads';
import { FileViewer } from './viewer';

/*
 * The files of a visit: on a page of their own and beside the picture.
 *
 *   FilesPanel { page }   the visit's page as the server answered it; reads `page.files` and `page.card`
 *
 * It sends, shows and removes by itself and makes the visit's page read again. Elements: data-screen `files-panel` (the
 * list) and `file` (one that is open); data-action `add-file`, `take-photo`, `open-file`, `close-file`, `save-file`,
 * `remove-file`, `confirm-remove`, `stop-upload`, `dismiss`; the field `[data-field=file]` takes the file itself.
 */

/** The files of a visit, with the way to add some while it lasts. */
export default function FilesPanel({ page }: { page: VisitPage }) {
  const say = useSay();
  const { visitId, status } = page.card;
  const files = page.files ?? [];
  const all = useSyncExternalStore(uploading.subscribe, uploading.all);
  const [openId, setOpenId] = useState<string | null>(null);
  const [shutId, setShutId] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const own = all.filter((each) => each.visitId === visitId);
  const open = files.find(({ fileId, state }) => fileId === openId && state === 'ready');
  const takes = page.mayAddFiles ?? (!overStatuses.includes(status) && page.me.state !== 'removed');
  const listed = files.filter(({ fileId }) => !own.some((each) => each.fileId === fileId));

  const send = (chosen: readonly File[]) => {
    for (const file of chosen) {
      void upload(visitId, file, files).then((done: FileView | null) => {
        if (done?.state === 'ready') setSaid(say('file.arrived', { name: done.name }));
      });
    }
  };
  const shut = () => {
    setShutId(openId);
    setOpenId(null);
  };
  if (open) return <FileViewer file={open} onClose={shut} />;
  return (
    <section className={classes.panel} data-screen="files-panel" data-visit={visitId}>
      <p className={classes.unseen} role="status">
        {said}
      </p>
      {takes && <AddFile onChosen={send} />}
      {own.length > 0 && (
        <ul className={classes.list}>
          {own.map((each) => (
            <Sending key={each.id} upload={each} />
          ))}
        </ul>
      )}
      {listed.length > 0 && (
        <ul className={classes.list} aria-label={say('file.title')}>
          {listed.map((file) => (
            <FileRow
              key={file.fileId}
              file={file}
              shut={file.fileId === shutId}
              onOpen={() => setOpenId(file.fileId)}
              onRemoved={() => setSaid(say('file.removed', { name: file.name }))}
            />
          ))}
        </ul>
      )}
      {listed.length === 0 && own.length === 0 && <p className={classes.quiet}>{say('file.empty')}</p>}
    </section>
  );
}
