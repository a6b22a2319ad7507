import { Button } from '@mantine/core';
import { IconReportMedical } from '@tabler/icons-react';
import { recordPath } from '../app/paths';
import { useSay } from '../locale/say';
import { Asked } from './asked';
import { useQuestions } from './use-questions';

/** What she wants to know, and her record in another tab: a call is not left for it. */
export function BesideNote({ visitId }: { visitId: string }) {
  const say = useSay();
  const patientId = useQuestions(visitId).data?.patientId;
  return (
    <>
      <Asked visitId={visitId} level={3} />
      {patientId && (
        <div>
          <Button
            component="a"
            href={recordPath(patientId)}
            target="_blank"
            rel="noopener"
            variant="default"
            leftSection={<IconReportMedical size={20} aria-hidden="true" />}
            data-action="open-record"
          >
            {say('medical.open')}
          </Button>
        </div>
      )}
    </>
  );
}
