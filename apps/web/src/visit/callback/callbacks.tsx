import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import type { VisitPage } from '@okaeri/contracts';
import { useCallbackDone } from '../../api/waiting';
import { Trouble } from '../../app/trouble';
import { Say, useSay } from '../../locale/say';
import type { RoomProps } from '../call/props';
import classes from './callback.module.css';

/** Who waits to be rung, for those who ring; for a patient whose line is gone, the offer to be rung. */
export function Callbacks({ page, seat }: RoomProps) {
  const { call, state } = seat;
  const offered = page.me.role === 'patient' && state?.help;
  return (
    <>
      <CallbackLines page={page} />
      {offered && call && (
        <Offer asked={page.callbacks.some(({ seatId }) => seatId === page.me.seatId)} ask={() => call.askCallback()} />
      )}
    </>
  );
}

export function CallbackLines({ page }: { page: Pick<VisitPage, 'callbacks' | 'card' | 'me'> }) {
  const say = useSay();
  const done = useCallbackDone(page.card.visitId);
  const others = page.callbacks.filter(({ seatId }) => seatId !== page.me.seatId);
  if (others.length === 0) return null;
  return (
    <div role="status">
      <ul className={classes.list}>
        {others.map(({ seatId, name, number, sinceWords }) => (
          <li key={seatId} className={classes.line} data-callback={seatId}>
            <IconPhone size={22} aria-hidden="true" />
            <span>
              {number === null ? (
                say('callback.waits', { name: name.display, since: sinceWords })
              ) : (
                <Say
                  id="callback.line"
                  values={{
                    name: name.display,
                    since: sinceWords,
                    number: (
                      <a key="number" href={`tel:${number.replace(/[^+\d]/g, '')}`} className={classes.number}>
                        {number}
                      </a>
                    ),
                  }}
                />
              )}
            </span>
            {page.me.host && (
              <Button
                variant="default"
                loading={done.isPending}
                onClick={() => done.mutate(seatId)}
                data-action="callback-done"
              >
                {say('callback.done')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {done.isError && <Trouble error={done.error} />}
    </div>
  );
}

function Offer({ asked, ask }: { asked: boolean; ask: () => Promise<boolean> }) {
  const say = useSay();
  const [answer, setAnswer] = useState<boolean | null>(null);
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    setAnswer(await ask());
    setBusy(false);
  };
  // From here on what the server says counts: who was rung may ask again.
  if (asked && answer !== null) setAnswer(null);
  const known = asked || answer === true;
  return (
    <div className={classes.line} role="status" data-callback="own">
      <IconPhone size={22} aria-hidden="true" />
      <span>{say(known ? 'callback.asked' : answer === false ? 'callback.failed' : 'callback.offer')}</span>
      {!known && (
        <Button loading={busy} onClick={() => void press()} data-action="callback">
          {say('callback.ask')}
        </Button>
      )}
    </div>
  );
}
