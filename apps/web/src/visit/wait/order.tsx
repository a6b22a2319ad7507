import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { VisitPage, VisitSeat } from '@okaeri/contracts';
import { useOrder } from '../../api/waiting';
import { useSay } from '../../locale/say';
import { StepButton } from '../../parts/step-button';
import classes from './desk.module.css';

interface OrderProps {
  person: VisitSeat;
  waiting: readonly VisitSeat[];
  page: VisitPage;
}

/** One place earlier or later among those who wait. */
export function Order({ person, waiting, page }: OrderProps) {
  const say = useSay();
  const order = useOrder(page.card.visitId);
  const at = waiting.findIndex(({ seatId }) => seatId === person.seatId);
  const { display: name } = person.name;
  const to = (place: number) => {
    const others = waiting.filter(({ seatId }) => seatId !== person.seatId).map(({ seatId }) => seatId);
    order.mutate(others.toSpliced(place, 0, person.seatId));
  };
  return (
    <span className={classes.order}>
      <StepButton
        label={say('waiting.order.up', { name })}
        ended={at === 0 || order.isPending}
        onStep={() => to(at - 1)}
        action="wait-up"
      >
        <IconChevronUp size={22} aria-hidden="true" />
      </StepButton>
      <StepButton
        label={say('waiting.order.down', { name })}
        ended={at === waiting.length - 1 || order.isPending}
        onStep={() => to(at + 1)}
        action="wait-down"
      >
        <IconChevronDown size={22} aria-hidden="true" />
      </StepButton>
    </span>
  );
}
