import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InboxPage } from '@okaeri/contracts';
import { useNotices } from './live';
import { keys, queries } from './queries';
import { useMe, useSession } from './session';
import { body, typed } from './typed';

/** How much she has not read; nothing for a guest, whose key opens one visit only. */
export function useUnread(): number | null {
  const me = useMe();
  const guest = Boolean(useSession().data?.scope);
  const mine = me !== null && !guest;
  useNotices(
    mine ? [{ topic: 'inbox', id: me.personId }] : [],
    () => void queries.invalidateQueries({ queryKey: keys.inbox }),
  );
  const { data } = useQuery({
    queryKey: [...keys.inbox, 'unread'],
    queryFn: () => body(typed.GET('/api/pages/inbox', { params: { query: { limit: 1 } } })),
    enabled: mine,
  });
  return mine ? (data?.unread ?? 0) : null;
}

export function useInbox() {
  return useInfiniteQuery({
    queryKey: [...keys.inbox, 'lines'],
    queryFn: ({ pageParam }): Promise<InboxPage> =>
      body(typed.GET('/api/pages/inbox', { params: { query: pageParam ? { after: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}
