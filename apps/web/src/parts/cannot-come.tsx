import { Button, Skeleton } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { VisitCard } from '@okaeri/contracts';
import { later } from '../app/later';
import formClasses from '../forms/form.module.css';
import { useSay } from '../locale/say';
import { About } from './about';
import type { CannotComeFormProps } from './cannot-come-form';
import { Dialog } from './dialog';

const CannotComeForm = later<CannotComeFormProps>(() => import('./cannot-come-form'));

type Visit = Pick<VisitCard, 'visitId' | 'declined' | 'other' | 'when'>;

/** "I cannot come", with the reason where she gives one: the hospital hears of it at once. */
export function CannotCome({ visit }: { visit: Visit }) {
  const say = useSay();
  const [opened, setOpened] = useState(false);
  if (visit.declined) {
    return (
      <p className={formClasses.quiet} data-declined>
        {say('decline.said')}
      </p>
    );
  }
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setOpened(true)} data-action="open-decline">
        {say('decline.open')}
        <About name={visit.other.display} />
      </Button>
      {opened && (
        <Dialog title={say('decline.open')} onClose={() => setOpened(false)}>
          <Suspense fallback={<Skeleton height={240} radius="lg" />}>
            <CannotComeForm visit={visit} onClose={() => setOpened(false)} />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}
