import { Button } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import type { ImportReports } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { LongField, TextField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { CameraCode } from './camera-code';
import { codeInFile } from './code';
import classes from './record.module.css';
import { Report } from './report';

/** A record by a SMART Health Link of another house: pasted, or read from its picture. data-action `by-link`, `read-link`. */
export function ByLink({ personId }: { personId: string }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [reports, setReports] = useState<ImportReports['items']>([]);
  return (
    <>
      {!open && (
        <Button variant="default" size="lg" onClick={() => setOpen(true)} data-action="by-link">
          {say('shl.bring.open')}
        </Button>
      )}
      {open && (
        <section className={card.card} aria-labelledby="by-link">
          <h2 id="by-link" className={card.heading}>
            {say('shl.bring.title')}
          </h2>
          <Read
            personId={personId}
            onRead={(items) => {
              setReports(items);
              setOpen(false);
            }}
          />
        </section>
      )}
      {reports.map((report) => (
        <section key={report.importId} className={card.card} role="status" data-import={report.outcome}>
          <h2 className={card.heading}>{say(report.outcome === 'taken' ? 'medical.done.title' : 'medical.none')}</h2>
          <Report report={report} />
        </section>
      ))}
    </>
  );
}

function Read({ personId, onRead }: { personId: string; onRead: (items: ImportReports['items']) => void }) {
  const say = useSay();
  const picture = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const [camera, setCamera] = useState(false);
  const form = useForm({ link: '', passcode: '' }, null);
  const read = useWrite(({ link, passcode }: typeof form.values) =>
    body(
      typed.POST('/api/patients/{personId}/record/links', {
        params: { path: { personId } },
        body: { link, passcode: passcode === '' ? null : passcode },
      }),
    ),
  );
  const found = (link: string) => {
    form.set('link', link);
    setCamera(false);
    setSaid(say('shl.bring.found'));
  };
  const look = async (file: File) => {
    const code = await codeInFile(file).catch(() => null);
    if (code) found(code);
    else setSaid(say('shl.bring.notFound'));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['link'])) return;
    read.mutate(form.values, {
      onSuccess: ({ items }) => onRead(items),
      onError: (error) => void form.refuse(error),
    });
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
      <p className={classes.quiet}>{say('shl.bring.body')}</p>
      <div className={formClasses.actions}>
        <Button variant="default" onClick={() => setCamera(!camera)} data-action="scan-camera">
          {say(camera ? 'shl.bring.stop' : 'shl.bring.camera')}
        </Button>
        <Button variant="default" onClick={() => picture.current?.click()} data-action="scan-picture">
          {say('shl.bring.picture')}
        </Button>
      </div>
      <input
        ref={picture}
        type="file"
        accept="image/*"
        hidden
        data-field="code-picture"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void look(file);
        }}
      />
      {camera && (
        <CameraCode
          onFound={found}
          onRefused={() => {
            setCamera(false);
            setSaid(say('shl.bring.noCamera'));
          }}
        />
      )}
      <p role="status" className={said ? undefined : classes.quiet}>
        {said}
      </p>
      <LongField form={form} name="link" label={say('shl.bring.link')} maxLength={4000} />
      <TextField form={form} name="passcode" label={say('shl.bring.passcode')} maxLength={200} />
      {read.error && Object.keys(form.mistakes).length === 0 && <Trouble error={read.error} />}
      <div className={formClasses.actions}>
        <Button type="submit" loading={read.isPending} data-action="read-link">
          {say('shl.bring.read')}
        </Button>
      </div>
    </form>
  );
}
