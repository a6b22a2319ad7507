import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { HistoryItem } from '@okaeri/contracts';
import { api } from '../api/client';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import { Dialog } from '../parts/dialog';
import list from '../parts/list.module.css';

interface Piece {
  items: HistoryItem[];
  next: string | null;
}

/** Who changed what about a visit, when and why. */
export function History({ visitId, onClose }: { visitId: string; onClose: () => void }) {
  const say = useSay();
  const history = useInfiniteQuery({
    queryKey: ['history', visitId],
    queryFn: ({ pageParam }) =>
      api.get<Piece>(`/api/visits/${visitId}/history?${new URLSearchParams(pageParam && { after: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (piece) => piece.next ?? undefined,
  });
  const items = history.data?.pages.flatMap((piece) => piece.items) ?? [];
  return (
    <Dialog title={say('case.history.title')} onClose={onClose}>
      {history.error && <Trouble error={history.error} />}
      <ol className={list.list} aria-busy={history.isPending}>
        {items.map((item) => (
          <li key={item.changeId} className={list.row}>
            <div className={list.words}>
              <p className={list.main}>{item.sentence}</p>
              {item.before && item.after && (
                <p>{say('case.history.change', { before: item.before, after: item.after })}</p>
              )}
              {item.reason && <p>{item.reason}</p>}
              <p className={list.quiet}>{item.by ? `${item.by.display} · ${item.atWords}` : item.atWords}</p>
            </div>
          </li>
        ))}
      </ol>
      {history.hasNextPage && (
        <Button variant="default" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {say('common.more')}
        </Button>
      )}
    </Dialog>
  );
}
