import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconMinus } from '@tabler/icons-react';
import type { CheckState } from '@okaeri/call';
import { useSay, useSayError } from '../locale/say';
import { findings, verdictOf } from './verdict';
import classes from './check.module.css';

const signs = { good: IconCircleCheck, part: IconAlertTriangle, failed: IconCircleX } as const;

/** The verdict in words, and below it what was found, one line each. */
export function Result({ state }: { state: CheckState }) {
  const say = useSay();
  const sayError = useSayError();
  const verdict = verdictOf(state);
  if (!verdict) return null;
  const Sign = signs[verdict];
  return (
    <section className={classes.result} data-verdict={verdict}>
      <h2 className={classes.verdict}>
        <Sign size={28} aria-hidden="true" />
        {say(`check.alone.${verdict}.title`)}
      </h2>
      <p className={classes.flat}>
        {verdict === 'failed' && state.error ? sayError(state.error) : say(`check.alone.${verdict}.body`)}
      </p>
      {verdict !== 'failed' && (
        <ul className={classes.findings}>
          {findings.map((finding) => (
            <li key={finding} data-finding={finding} data-good={state[finding] ?? 'none'}>
              {state[finding] === null ? (
                <IconMinus size={22} aria-hidden="true" />
              ) : state[finding] ? (
                <IconCircleCheck size={22} aria-hidden="true" />
              ) : (
                <IconCircleX size={22} aria-hidden="true" />
              )}
              {state[finding] === null ? (
                <span>
                  {say(finding === 'pictureBack' ? 'check.camera.label' : 'check.microphone.label')}:{' '}
                  {say('check.alone.result.notTried')}
                </span>
              ) : (
                <span>{say(`check.alone.result.${finding}.${state[finding] ? 'good' : 'bad'}`)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {state.roundTripMs !== null && (
        <p className={classes.quiet}>{say('check.alone.roundTrip', { milliseconds: Math.round(state.roundTripMs) })}</p>
      )}
    </section>
  );
}
