import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Trouble } from '../app/trouble';
import classes from './jobs.module.css';
import type { useAnswer } from './use-answer';

interface AnswerButtonsProps {
  answer: ReturnType<typeof useAnswer>;
  yes: ReactNode;
  no: ReactNode;
  /** Nothing is chosen that she could accept. */
  none?: boolean;
  onGive: (said: 'accept' | 'decline') => void;
}

/** Yes or no to what she is asked, and why it could not be said. */
export function AnswerButtons({ answer, yes, no, none = false, onGive }: AnswerButtonsProps) {
  const on = (said: 'accept' | 'decline') => ({
    loading: answer.isPending && answer.variables.said === said,
    onClick: () => onGive(said),
    'data-action': said,
  });
  return (
    <>
      {answer.error && <Trouble error={answer.error} />}
      <div className={classes.actions}>
        <Button
          size="lg"
          disabled={answer.isPending || none}
          leftSection={<IconCheck size={22} aria-hidden="true" />}
          {...on('accept')}
        >
          {yes}
        </Button>
        <Button
          size="lg"
          variant="default"
          disabled={answer.isPending}
          leftSection={<IconX size={22} aria-hidden="true" />}
          {...on('decline')}
        >
          {no}
        </Button>
      </div>
    </>
  );
}
