import { useEffect, useSyncExternalStore } from 'react';
import { useSay } from '../../locale/say';
import type { RoomProps } from '../call/props';
import { MessageCard } from './card';
import { messages, recall } from './store';

/** Over the call: while nothing gets through, and for as long as a message is being made or on its way. */
export default function Slot({ gone, personId, ...room }: RoomProps & { gone: boolean; personId: string }) {
  const say = useSay();
  const { at, inChat } = useSyncExternalStore(messages.subscribe, messages.get);
  const { visitId } = room.page.card;
  useEffect(() => void recall(visitId, personId), [visitId, personId]);
  if (inChat || (at === 'idle' && !gone)) return null;
  return <MessageCard {...room} offer={gone ? say('record.offer') : undefined} overCall />;
}
