import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useId } from 'react';
import type { VisitPage } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import classes from './note.module.css';

interface LimitsProps {
  limits: VisitPage['limits'];
  text: string;
  onText: (text: string) => void;
}

/** What the link kept from being seen, in sentences that one press puts at the end of the note. */
export function Limits({ limits, text, onText }: LimitsProps) {
  const say = useSay();
  const title = useId();
  const missing = limits.map(({ words }) => words).filter((words) => !text.includes(words));
  const add = () => onText([text.trimEnd(), ...missing].filter(Boolean).join('\n'));
  return (
    <section className={classes.limits} aria-labelledby={title} data-limits={limits.length}>
      <h3 id={title} className={classes.strong}>
        {say('limits.title')}
      </h3>
      <ul>
        {limits.map(({ seatId, words }) => (
          <li key={`${seatId} ${words}`}>{words}</li>
        ))}
      </ul>
      <div role="status">{missing.length === 0 && <p className={classes.quiet}>{say('limits.added')}</p>}</div>
      {missing.length > 0 && (
        <div>
          <Button
            variant="default"
            leftSection={<IconEyeOff size={20} aria-hidden="true" />}
            onClick={add}
            data-action="add-limits"
          >
            {say('limits.add')}
          </Button>
        </div>
      )}
    </section>
  );
}
