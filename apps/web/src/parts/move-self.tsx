import { Button } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { VisitCard } from '@okaeri/contracts';
import { moveTimesPath } from '../app/paths';
import { useSay } from '../locale/say';
import { About } from './about';

/** To another time for a visit of hers, as long as its door is shut; a case conference is nobody's alone to move. */
export function MoveSelf({ visit }: { visit: VisitCard }) {
  const say = useSay();
  const may = visit.myRole === 'patient' && visit.kind === 'visit' && visit.status === 'booked';
  if (!may || visit.door !== 'early') return null;
  return (
    <Button
      component={Link}
      to={moveTimesPath(visit.visitId)}
      variant="subtle"
      leftSection={<IconCalendarTime size={20} aria-hidden="true" />}
      data-action="move-self"
    >
      {say('times.move.title')}
      <About name={visit.other.display} />
    </Button>
  );
}
