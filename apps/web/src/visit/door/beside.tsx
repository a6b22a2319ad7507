import { Checkbox } from '@mantine/core';
import type { VisitPage, VisitSeat } from '@okaeri/contracts';
import { useSay } from '../../locale/say';
import type { Seat } from '../use-seat';

/** For who came along with the patient: two devices in one room would hear each other, so only one has the sound. */
export function Beside({ page, seat }: { page: VisitPage; seat: Seat }) {
  const say = useSay();
  // What was chosen stays to be seen, and undone, when that one has left meanwhile.
  const patient = page.seats.find((one) => one.seatId === seat.beside) ?? page.seats.find(sharesRoom);
  if (page.me.role !== 'guest' || !patient) return null;
  return (
    <Checkbox
      size="md"
      label={say('beside.choice', { name: patient.name.display })}
      description={say('beside.choiceWhy')}
      checked={seat.beside === patient.seatId}
      onChange={(event) => seat.sitBeside(event.currentTarget.checked ? patient.seatId : null)}
      data-action="sit-beside"
    />
  );
}

const sharesRoom = ({ role, state }: VisitSeat): boolean =>
  role === 'patient' && ['waiting', 'admitted', 'joined'].includes(state);
