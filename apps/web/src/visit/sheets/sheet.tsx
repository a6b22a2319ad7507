import { CloseButton } from '@mantine/core';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useSay } from '../../locale/say';
import classes from './sheets.module.css';

interface SheetProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A sheet from below on a phone, a panel on a desk. The browser's own dialog keeps the focus inside and gives it back. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Closed while it is still in the page: only then does the browser give the focus back to what opened it.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.sheet}
      aria-labelledby={heading}
      onCancel={(event) => {
        // The page decides what is open; the browser closing it by itself would leave the two apart.
        event.preventDefault();
        onClose();
      }}
      closedby="any"
    >
      <div className={classes.sheetBody}>
        <header className={classes.sheetHead}>
          <h2 id={heading} className={classes.sheetTitle}>
            {title}
          </h2>
          <CloseButton size={48} iconSize={24} aria-label={say('common.close')} onClick={onClose} data-home />
        </header>
        {children}
      </div>
    </dialog>
  );
}
