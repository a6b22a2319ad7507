import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportReport, RecordPage } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { keys } from '../api/queries';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import list from '../parts/list.module.css';
import { Report } from './report';

/** A file that was brought; what became of it is read when somebody wants to know. */
export function Brought({ brought, personId }: { brought: RecordPage['imports'][number]; personId: string }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const { importId, by, atWords, outcome, counts } = brought;
  const report = useQuery({
    queryKey: [...keys.record(personId), importId],
    queryFn: (): Promise<ImportReport> =>
      body(
        typed.GET('/api/patients/{personId}/record/imports/{importId}', { params: { path: { personId, importId } } }),
      ),
    enabled: open,
  });
  return (
    <li className={list.row} data-brought={importId}>
      <div className={list.words}>
        <p className={list.main}>{say('medical.byWhen', { name: by.display, when: atWords })}</p>
        <p className={list.quiet}>
          {outcome === 'refused' ? say('medical.none') : say('medical.done.taken', { count: counts.taken })}
        </p>
        {open && report.data && <Report report={report.data} />}
        {open && report.error && <Trouble error={report.error} again={() => void report.refetch()} />}
      </div>
      {!open && (
        <Button variant="default" onClick={() => setOpen(true)} data-action="show-report">
          {say('medical.showReport')}
        </Button>
      )}
    </li>
  );
}
