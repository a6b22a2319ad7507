import { useQuery } from '@tanstack/react-query';
import type { ChatForm, ChatMessage, ChatPage } from '@okaeri/contracts';
import { keys } from './queries';
import { body, keyed, typed } from './typed';
import { useWrite } from './write';

/** Live notices wake it; this backs them up. */
const backstopMs = 20_000;
/** As many as anybody writes in one visit. */
const most = 100;

const read = (visitId: string, limit: number): Promise<ChatPage> =>
  body(typed.GET('/api/visits/{visitId}/chat', { params: { path: { visitId }, query: { limit } } }));

/** What was written in the visit, the newest first; who waits reads what is for her. */
export function useChat(visitId: string) {
  return useQuery({
    queryKey: keys.chat(visitId),
    queryFn: () => read(visitId, most),
    refetchInterval: backstopMs,
    refetchIntervalInBackground: true,
  });
}

/** Whether the newest message is somebody else's: one's own is no news. */
export async function hasNews(visitId: string): Promise<boolean> {
  const [newest] = (await read(visitId, 1)).items;
  return newest?.mine === false;
}

export function useWriteChat(visitId: string) {
  return useWrite((form: ChatForm, key: string): Promise<ChatMessage> =>
    body(typed.POST('/api/visits/{visitId}/chat', { params: { path: { visitId }, header: keyed(key) }, body: form })),
  );
}

export function useLate(visitId: string) {
  return useWrite((minutes: number) =>
    body(typed.POST('/api/visits/{visitId}/late', { params: { path: { visitId } }, body: { minutes } })),
  );
}

export function useOrder(visitId: string) {
  return useWrite((seatIds: string[]) =>
    body(typed.PUT('/api/visits/{visitId}/waiting', { params: { path: { visitId } }, body: { seatIds } })),
  );
}

export function useAdmit(visitId: string) {
  return useWrite((seatId: string) =>
    body(typed.POST('/api/visits/{visitId}/admit', { params: { path: { visitId } }, body: { seatId } })),
  );
}

export function useCallbackDone(visitId: string) {
  return useWrite((seatId: string) =>
    body(typed.POST('/api/visits/{visitId}/callback/done', { params: { path: { visitId } }, body: { seatId } })),
  );
}
