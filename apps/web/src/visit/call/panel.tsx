import { CloseButton, Skeleton } from '@mantine/core';
import { Suspense, useEffect, useId, useLayoutEffect, useRef, type ComponentType, type ReactNode } from 'react';
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
  record: later(() => import('../record/panel')),
  mine: later(() => import('../record/mine')),
};

interface PanelProps extends RoomProps {
  name: PanelName;
  onClose: () => void;
}

/** Files, the note, the chat: beside the picture on a desk, a sheet on a phone. */
export function Panel({ name, onClose, ...room }: PanelProps) {
  const say = useSay();
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
    <Beside title={title} onClose={onClose}>
      {content}
    </Beside>
  );
}

/** It takes the focus as a sheet does, and gives it back; but what is beside it may be used meanwhile. */
function Beside({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const say = useSay();
  const heading = useId();
  const panel = useRef<HTMLElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const element = panel.current;
    const opener = document.activeElement;
    close.current?.focus({ preventScroll: true });
    return () => {
      if (element?.contains(document.activeElement) && opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  useEffect(() => {
    const element = panel.current;
    const pressed = ({ key, isComposing, defaultPrevented }: KeyboardEvent) => {
      if (key === 'Escape' && !isComposing && !defaultPrevented) onClose();
    };
    element?.addEventListener('keydown', pressed);
    return () => element?.removeEventListener('keydown', pressed);
  }, [onClose]);
  return (
    <section ref={panel} className={classes.panel} aria-labelledby={heading}>
      <header className={classes.head}>
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        <CloseButton ref={close} size={48} iconSize={24} aria-label={say('common.close')} onClick={onClose} data-home />
      </header>
      {children}
    </section>
  );
}
