import { Button } from '@mantine/core';
import { IconCheck, IconClockHour4, IconHourglass, IconX } from '@tabler/icons-react';
import type { AskedView, CaseVisit } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import classes from './asked.module.css';

const icons = {
  waiting: IconHourglass,
  asked: IconClockHour4,
  accepted: IconCheck,
  declined: IconX,
  expired: IconX,
  busy: IconX,
  withdrawn: IconX,
} satisfies Record<AskedView['state'], unknown>;

/** Whom the hospital asks to interpret, what each has said, and until when she may. */
export function Asked({ visit, mayWrite }: { visit: CaseVisit; mayWrite: boolean }) {
  const say = useSay();
  const back = useWrite((visitId: string) =>
    body(typed.DELETE('/api/visits/{visitId}/asks', { params: { path: { visitId } } })),
  );
  if (visit.asks.length === 0) return null;
  const open = visit.asks.some(({ state }) => state === 'asked' || state === 'waiting');
  return (
    <section className={classes.asked} aria-label={say('asked.title')}>
      <ul className={classes.list}>
        {visit.asks.map(({ personId, name, state, answerByWords, reason }) => {
          const Icon = icons[state];
          return (
            <li key={personId} className={classes.row} data-ask={state}>
              <Icon size={22} aria-hidden="true" />
              <span>
                <strong>
                  <Name name={name} both />
                </strong>
                <span className={classes.said}>
                  {answerByWords ? say('asked.asked', { when: answerByWords }) : say(`asked.state.${state}`)}
                  {reason && ` – ${reason}`}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      {back.error && <Trouble error={back.error} />}
      {mayWrite && open && (
        <Button
          variant="subtle"
          color="gray"
          loading={back.isPending}
          onClick={() => back.mutate(visit.visitId)}
          data-action="asks-back"
        >
          {say('asked.back')}
        </Button>
      )}
    </section>
  );
}
