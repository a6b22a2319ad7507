import { useSyncExternalStore } from 'react';
import { useMe } from '../../api/session';
import { messageOf, messages, type MessageState } from './current';

/** The message that the reader is making for this visit. */
export function useMessage(visitId: string): MessageState {
  const me = useMe();
  return messageOf(useSyncExternalStore(messages.subscribe, messages.get), visitId, me?.personId);
}
