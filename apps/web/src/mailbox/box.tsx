import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { paths } from '../app/paths';
import { Loaded } from '../app/trouble';

interface BoxProps<T> {
  name: string;
  read: (query: { after?: string }) => Promise<{ items: T[]; next: string | null }>;
  /** On the button that brings those before them. */
  older: string;
  children: (items: T[], more: ReactNode) => ReactNode;
}

/** A box of the demo world is read by whoever looks at the stage, signed in or not: it asks instead of being told. */
const lookMs = 3000;

/** What lies in a box, the newest first, in pieces; data-action `more`. */
export function Box<T>({ name, read, older, children }: BoxProps<T>) {
  const query = useInfiniteQuery({
    queryKey: [name],
    queryFn: ({ pageParam }) => read(pageParam ? { after: pageParam } : {}),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    refetchInterval: lookMs,
  });
  const more = query.hasNextPage && (
    <Button variant="default" onClick={() => void query.fetchNextPage()} data-action="more">
      {older}
    </Button>
  );
  return (
    <Loaded query={{ data: query.data?.pages, error: query.error, refetch: query.refetch }}>
      {(pages) =>
        children(
          pages.flatMap((page) => page.items),
          more,
        )
      }
    </Loaded>
  );
}

/** From what was opened there; data-action `back`. */
export function BackToMailbox({ children }: { children: ReactNode }) {
  return (
    <div>
      <Button
        component={Link}
        to={paths.mailbox}
        variant="subtle"
        leftSection={<IconArrowLeft size={22} aria-hidden="true" />}
        data-action="back"
      >
        {children}
      </Button>
    </div>
  );
}
