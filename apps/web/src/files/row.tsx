import { ActionIcon, Button } from '@mantine/core';
import { IconFileTypePdf, IconFileUnknown, IconMicrophone, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { isRecording, type FileView } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import { FileBy } from './by';
import classes from './files.module.css';

interface RowProps {
  file: FileView;
  /** It was just looked at. */
  shut?: boolean;
  onOpen: () => void;
  onRemoved: () => void;
}

/** A file in a list: opened by its name, removed by who may. Her own that came to nothing says why. */
export function FileRow({ file, shut = false, onOpen, onRemoved }: RowProps) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const remove = useWrite(() =>
    body(typed.DELETE('/api/files/{fileId}', { params: { path: { fileId: file.fileId } } })).then(onRemoved),
  );
  const ready = file.state === 'ready';
  return (
    <li className={classes.row} data-file={file.fileId} data-state={file.state} data-why={file.why ?? undefined}>
      {ready ? (
        <button type="button" className={classes.open} onClick={onOpen} autoFocus={shut} data-action="open-file">
          <Thumb file={file} />
          <span className={classes.words}>
            <span className={classes.name}>
              <bdi>{file.name}</bdi>
            </span>
            <span className={classes.quiet}>
              <FileBy file={file} />
            </span>
          </span>
        </button>
      ) : (
        <div className={classes.open}>
          <Thumb file={file} />
          <div className={classes.words}>
            <p className={classes.name}>
              <bdi>{file.name}</bdi>
            </p>
            <p className={classes.why}>
              {file.state === 'receiving'
                ? say('file.goOn', { name: file.name })
                : file.why
                  ? say(`file.why.${file.why}`)
                  : ''}
            </p>
          </div>
        </div>
      )}
      {file.mayRemove && !asking && (
        <ActionIcon
          color="gray"
          aria-label={say('file.remove.open', { name: file.name })}
          onClick={() => setAsking(true)}
          data-action="remove-file"
        >
          <IconTrash size={22} aria-hidden="true" />
        </ActionIcon>
      )}
      {asking && (
        <div className={classes.ask} role="group" aria-label={say('file.remove.open', { name: file.name })}>
          <p>{say('file.remove.ask', { name: file.name })}</p>
          {remove.error && <Trouble error={remove.error} />}
          <div className={classes.actions}>
            <Button variant="default" onClick={() => setAsking(false)} autoFocus>
              {say('file.remove.no')}
            </Button>
            <Button
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate(undefined)}
              data-action="confirm-remove"
            >
              {say('file.remove.yes')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}

function Thumb({ file }: { file: FileView }) {
  const pdf = file.type === 'application/pdf';
  if (file.href && !pdf && !isRecording(file.type)) {
    return <img className={classes.thumb} src={file.href} alt="" loading="lazy" decoding="async" />;
  }
  const Icon = file.state !== 'ready' ? IconFileUnknown : pdf ? IconFileTypePdf : IconMicrophone;
  return (
    <span className={classes.thumb}>
      <Icon size={28} aria-hidden="true" />
    </span>
  );
}
