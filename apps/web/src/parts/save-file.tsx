import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface SaveFileProps {
  href: string;
  /** Its `data-action`. */
  action: string;
  icon?: ReactNode;
  /** The one thing to do where it is. */
  first?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** A button that saves what lies at an address as a file. */
export function SaveFile({ href, action, icon = download, first = false, className, children }: SaveFileProps) {
  return (
    <Button
      component="a"
      href={href}
      download
      variant={first ? 'filled' : 'default'}
      className={className ?? ''}
      leftSection={icon}
      data-action={action}
    >
      {children}
    </Button>
  );
}

const download = <IconDownload size={22} aria-hidden="true" />;
