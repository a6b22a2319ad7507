import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { HistoryPage } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import { Dialog } from '../parts/dialog';
import list from '../parts/list.module.css';

/** Who changed what about a visit, when and why. */
export function History({ visitId, onClose }: { visitId: string; onClose: () => void }) {
  const say = useSay();
  const history = useInfiniteQuery({
    queryKey: ['history', visitId],
    queryFn: ({ pageParam }): Promise<HistoryPage> => {
      const query = pageParam ? { after: pageParam } : {};
      return body(typed.GET('/api/visits/{visitId}/history', { params: { path: { visitId }, query } }));
    },
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
