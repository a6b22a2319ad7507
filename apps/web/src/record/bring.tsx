import { Button } from '@mantine/core';
import { IconFileImport, IconFolder } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { recordBytesMost, type ImportReport } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { Trouble } from '../app/trouble';
import files from '../files/files.module.css';
import { sendBytes } from '../files/send-bytes';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { bring, bringing } from './bringing';
import { readBring } from './kept-bring';
import { OnItsWay } from './on-its-way';
import classes from './record.module.css';
import { Report } from './report';

/** A long record takes a while to be read, on a phone's link or a busy server. */
const readingMs = 60_000;
/** Not on every phone. */
const hasFolders = 'webkitdirectory' in HTMLInputElement.prototype;
const isRecord = (file: File) => /\.(?:json|xml)$/i.test(file.name) && file.size <= recordBytesMost;

/** The buttons, what is on its way, and what became of it. */
export function Bring({ personId }: { personId: string }) {
  const say = useSay();
  const any = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const { percent, report, error, send } = useRecord(personId);
  const now = useSyncExternalStore(bringing.subscribe, bringing.now);
  const mine = now?.personId === personId ? now : null;
  const busy = percent !== null || (now !== null && ['sending', 'paused', 'working'].includes(now.state));
  const chosen = (input: HTMLInputElement) => {
    const all = [...(input.files ?? [])];
    // The same file can be chosen once more.
    input.value = '';
    const [only] = all;
    if (only && all.length === 1 && isRecord(only)) send(only);
    else void bring(personId, all);
  };
  return (
    <div className={classes.bring}>
      <div className={files.actions}>
        <Button
          size="lg"
          leftSection={<IconFileImport size={22} aria-hidden="true" />}
          onClick={() => any.current?.click()}
          disabled={busy}
          data-action="bring-record"
        >
          {say('medical.bring')}
        </Button>
        {hasFolders && (
          <Button
            size="lg"
            variant="default"
            leftSection={<IconFolder size={22} aria-hidden="true" />}
            onClick={() => folder.current?.click()}
            disabled={busy}
            data-action="bring-folder"
          >
            {say('medical.bringFolder')}
          </Button>
        )}
      </div>
      <p className={files.quiet}>{say('medical.hint')}</p>
      <input
        ref={any}
        type="file"
        multiple
        hidden
        data-field="record"
        onChange={(event) => chosen(event.currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        {...{ webkitdirectory: '' }}
        hidden
        data-field="folder"
        onChange={(event) => chosen(event.currentTarget)}
      />
      {!busy && !mine && readBring(personId) && (
        <p className={card.note} data-bring="broken-off">
          {say('medical.goOn')}
        </p>
      )}
      {percent !== null && <Sent percent={percent} />}
      {mine && <OnItsWay bringing={mine} />}
      {error !== null && <Trouble error={error} />}
      {report && (
        <section className={card.card} role="status" data-import={report.outcome}>
          <h2 className={card.heading}>{say(report.outcome === 'taken' ? 'medical.done.title' : 'medical.none')}</h2>
          <Report report={report} />
        </section>
      )}
    </div>
  );
}

function Sent({ percent }: { percent: number }) {
  const say = useSay();
  const words = percent < 100 ? say('medical.sending', { percent }) : say('medical.reading');
  return (
    <div>
      <p>{words}</p>
      <progress className={files.progress} max={100} value={percent} aria-label={words} />
    </div>
  );
}

/** A record in one file, which is read while one waits. */
function useRecord(personId: string) {
  const client = useQueryClient();
  const [percent, setPercent] = useState<number | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [error, setError] = useState<unknown>(null);
  const leaving = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);
  const sendRecord = async (file: File): Promise<void> => {
    setPercent(0);
    setReport(null);
    setError(null);
    try {
      const said = await sendBytes<ImportReport>({
        method: 'POST',
        path: `/api/patients/${personId}/record/imports`,
        headers: { accept: 'application/json', 'content-type': 'application/fhir+json' },
        body: file,
        signal: leaving.current.signal,
        onSent: (bytes) => setPercent(Math.min(100, Math.floor((bytes / Math.max(1, file.size)) * 100))),
        patienceMs: readingMs,
      });
      setReport(said);
      await client.invalidateQueries({ queryKey: keys.record(personId) });
    } catch (failure) {
      setError(failure);
    } finally {
      setPercent(null);
    }
  };
  return { percent, report, error, send: (file: File) => void sendRecord(file) };
}
