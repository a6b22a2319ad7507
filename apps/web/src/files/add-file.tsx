import { Button } from '@mantine/core';
import { IconCamera, IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { useSay } from '../locale/say';
import classes from './files.module.css';

const types = 'image/jpeg,image/png,image/webp,application/pdf';

/** Any file that may be shown, or a photograph taken now; a device without a camera of its own offers its files twice. */
export function AddFile({ onChosen }: { onChosen: (files: readonly File[]) => void }) {
  const say = useSay();
  const any = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const chosen = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    // The same file can be chosen once more.
    input.value = '';
    if (files.length > 0) onChosen(files);
  };
  const hand = window.matchMedia('(pointer: coarse)').matches;
  return (
    <div className={classes.add}>
      <div className={classes.actions}>
        <Button
          leftSection={<IconPaperclip size={22} aria-hidden="true" />}
          onClick={() => any.current?.click()}
          data-action="add-file"
        >
          {say('file.add')}
        </Button>
        {hand && (
          <Button
            variant="default"
            leftSection={<IconCamera size={22} aria-hidden="true" />}
            onClick={() => camera.current?.click()}
            data-action="take-photo"
          >
            {say('file.camera')}
          </Button>
        )}
      </div>
      <p className={classes.quiet}>{say('file.hint')}</p>
      <input
        ref={any}
        type="file"
        accept={types}
        multiple
        hidden
        data-field="file"
        onChange={(event) => chosen(event.currentTarget)}
      />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        data-field="photo"
        onChange={(event) => chosen(event.currentTarget)}
      />
    </div>
  );
}
