import { Button, Group } from '@mantine/core';
import { Sheet } from './sheet';
import classes from './sheets.module.css';

interface ConfirmProps {
  title: string;
  body: string;
  yes: string;
  no: string;
  onYes: () => void;
  onClose: () => void;
}

/** Asked only for what cannot be undone. */
export function Confirm({ title, body, yes, no, onYes, onClose }: ConfirmProps) {
  return (
    <Sheet title={title} onClose={onClose}>
      <p className={classes.sheetText}>{body}</p>
      <Group gap="sm">
        <Button variant="default" size="lg" onClick={onClose}>
          {no}
        </Button>
        <Button
          color="#b42318"
          c="#fff"
          size="lg"
          data-action="confirm"
          onClick={() => {
            onYes();
            onClose();
          }}
        >
          {yes}
        </Button>
      </Group>
    </Sheet>
  );
}
