import { Skeleton, Stack } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSay } from '../locale/say';
import classes from './page.module.css';
import { useFocusKept } from './use-focus-kept';

const product = 'Okaeri';
let firstPage = true;

interface PageProps {
  /** Read out and shown in the tab; the `h1` too, unless `heading` says it in another way. */
  title: string;
  heading?: ReactNode;
  /** Below the heading, quieter. */
  lead?: ReactNode;
  /** For one thing to read or do. */
  narrow?: boolean;
  /** For a board. */
  wide?: boolean;
  children: ReactNode;
}

/** A page: title of the window, one `h1` that takes the focus after a change of page, and the content. */
export function Page({ title, heading, lead, narrow = false, wide = false, children }: PageProps) {
  const h1 = useRef<HTMLHeadingElement>(null);
  const [root, setRoot] = useState<HTMLElement | null>(null);
  useTitle(title);
  useFocusKept(root);
  useEffect(() => {
    // The browser itself places the reader on the first page.
    if (!firstPage) h1.current?.focus({ preventScroll: true });
    firstPage = false;
    window.scrollTo(0, 0);
  }, []);
  return (
    <div ref={setRoot} className={classes.page} data-width={narrow ? 'narrow' : wide ? 'wide' : 'medium'}>
      <header className={classes.head}>
        <h1 ref={h1} tabIndex={-1} className={classes.title} data-home>
          {heading ?? title}
        </h1>
        {lead && <div className={classes.lead}>{lead}</div>}
      </header>
      {children}
    </div>
  );
}

/** The title of the window alone, for pages that draw their own heading. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} – ${product}` : product;
  }, [title]);
}

/** The shape of a page that is still on its way. */
export function PageSkeleton() {
  const say = useSay();
  return (
    <div className={classes.page} aria-busy="true">
      <p className={classes.unseen} role="status">
        {say('common.loading')}
      </p>
      <Stack gap="lg" aria-hidden="true">
        <Skeleton height={36} width="60%" maw={360} />
        <Skeleton height={180} radius="lg" />
        <Skeleton height={72} radius="lg" />
        <Skeleton height={72} radius="lg" />
      </Stack>
    </div>
  );
}
