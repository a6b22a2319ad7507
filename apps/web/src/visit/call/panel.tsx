import { CloseButton, Skeleton } from '@mantine/core';
import { Suspense, useId, type ComponentType } from 'react';
import { later } from '../../app/later';
import { useSay } from '../../locale/say';
import { Sheet } from '../sheets/sheet';
import type { PanelName, RoomProps } from './props';
import classes from './panel.module.css';

// Fetched when they are opened: nothing of them stands between a click on "Join" and the first picture.
const panels: Record<PanelName, ComponentType<RoomProps>> = {
  files: later(() => import('../../files/panel')),
  note: later(() => import('../../note/panel')),
  chat: later(() => import('../chat/panel')),
  tour: later(() => import('../tour/panel')),
  captions: later(() => import('../captions/panel')),
};

interface PanelProps extends RoomProps {
  name: PanelName;
  onClose: () => void;
}

/** Files, the note, the chat: beside the picture on a desk, a sheet on a phone. */
export function Panel({ name, onClose, ...room }: PanelProps) {
  const say = useSay();
  const heading = useId();
  const title = say(`call.${name}.label`);
  const Content = panels[name];
  const content = (
    <Suspense fallback={<Skeleton height={160} radius="lg" />}>
      <Content {...room} />
    </Suspense>
  );
  if (!room.wide) {
    return (
      <Sheet title={title} onClose={onClose}>
        {content}
      </Sheet>
    );
  }
  return (
    <section className={classes.panel} aria-labelledby={heading}>
      <header className={classes.head}>
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        <CloseButton size={48} iconSize={24} aria-label={say('common.close')} onClick={onClose} />
      </header>
      {content}
    </section>
  );
}
