import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconDownload, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { isRecording, type FileView } from '@okaeri/contracts';
import { later } from '../app/later';
import { useSay } from '../locale/say';
import { FileBy } from './by';
import classes from './files.module.css';
import { Player } from '../visit/message/player';
import { reachable } from './reachable';

const Pdf = later(() => import('./pdf'));
const zooms = [1, 1.5, 2, 3];

/** One file, as large as its place allows. */
export function FileViewer(props: { file: FileView; onClose: () => void; level?: 2 | 3 }) {
  const { file, onClose, level = 3 } = props;
  const Heading = `h${level}` as const;
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  const [zoom, setZoom] = useState(0);
  const scale = zooms[zoom] ?? 1;
  const pdf = file.type === 'application/pdf';
  const spoken = isRecording(file.type);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [file.fileId]);
  return (
    <section className={classes.viewer} data-screen="file" data-file={file.fileId}>
      <Button
        variant="subtle"
        leftSection={<IconArrowLeft size={22} aria-hidden="true" />}
        onClick={onClose}
        data-action="close-file"
      >
        {say('file.close')}
      </Button>
      <Heading ref={heading} tabIndex={-1} className={classes.viewerName}>
        <bdi>{file.name}</bdi>
      </Heading>
      <p className={classes.quiet}>
        <FileBy file={file} />
      </p>
      <div className={classes.tools}>
        <ActionIcon
          hidden={spoken}
          aria-label={say('file.pdf.smaller')}
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
          data-action="smaller"
        >
          <IconZoomOut size={24} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          hidden={spoken}
          aria-label={say('file.pdf.larger')}
          disabled={zoom === zooms.length - 1}
          onClick={() => setZoom(zoom + 1)}
          data-action="larger"
        >
          <IconZoomIn size={24} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          component="a"
          href={file.href ?? undefined}
          download={file.name}
          aria-label={say('file.save', { name: file.name })}
          data-action="save-file"
        >
          <IconDownload size={24} aria-hidden="true" />
        </ActionIcon>
      </div>
      {spoken ? (
        <Player href={file.href ?? ''} kind={file.type?.startsWith('video/') ? 'video' : 'audio'} />
      ) : pdf ? (
        <Suspense fallback={<Skeleton height={320} radius="lg" />}>
          <Pdf href={file.href ?? ''} name={file.name} scale={scale} />
        </Suspense>
      ) : (
        <div className={classes.frame} {...reachable} role="group" aria-label={file.name}>
          <img
            className={classes.photo}
            style={{ width: `${scale * 100}%` }}
            src={file.href ?? undefined}
            alt={say('file.photo', { name: file.name })}
          />
        </div>
      )}
    </section>
  );
}
