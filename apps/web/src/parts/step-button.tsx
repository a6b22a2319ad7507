import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';

interface StepButtonProps {
  label: string;
  /** There is no further step this way, or the last one is not done. */
  ended: boolean;
  onStep: () => void;
  action: string;
  children: ReactNode;
}

/** One step of several. At their end it keeps the focus, so that whoever works by keyboard goes on from there. */
export function StepButton({ label, ended, onStep, action, children }: StepButtonProps) {
  return (
    <ActionIcon
      variant="default"
      size={48}
      aria-label={label}
      aria-disabled={ended || undefined}
      data-disabled={ended || undefined}
      onClick={() => {
        if (!ended) onStep();
      }}
      data-action={action}
    >
      {children}
    </ActionIcon>
  );
}
