import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { ImportReport } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { Trouble } from '../app/trouble';
import files from '../files/files.module.css';
import { sendBytes } from '../files/send-bytes';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import classes from './record.module.css';
import { Report } from './report';

/** A long record takes a while to be read, on a phone's link or a busy server. */
const readingMs = 60_000;

/** The button, what is on its way, and what became of it. */
export function Bring({ personId }: { personId: string }) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const title = useId();
  const { percent, report, error, send } = useBringing(personId);
  return (
    <div className={classes.bring}>
      <div className={files.actions}>
        <Button
          size="lg"
          leftSection={<IconFileImport size={22} aria-hidden="true" />}
          onClick={() => input.current?.click()}
          loading={percent !== null}
          data-action="bring-record"
        >
          {say('medical.bring')}
        </Button>
      </div>
      <p className={files.quiet}>{say('medical.hint')}</p>
      <input
        ref={input}
        type="file"
        accept=".json,.xml,application/json,application/fhir+json,application/xml,text/xml"
        hidden
        data-field="record"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file can be chosen once more.
          event.currentTarget.value = '';
          if (file) send(file);
        }}
      />
      {percent !== null && (
        <div>
          <p id={title}>{percent < 100 ? say('medical.sending', { percent }) : say('medical.reading')}</p>
          <progress className={files.progress} max={100} value={percent} aria-labelledby={title} />
        </div>
      )}
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

function useBringing(personId: string) {
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
  const bring = async (file: File): Promise<void> => {
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
  return { percent, report, error, send: (file: File) => void bring(file) };
}
