import { useEffect } from 'react';
import { useSay } from '../../locale/say';
import type { RoomProps } from '../call/props';
import { MessageCard } from './card';
import { recall } from './store';
import { useMessage } from './use-message';

/** Over the call: while nothing gets through, and for as long as a message is being made or on its way. */
export default function Slot({ gone, personId, ...room }: RoomProps & { gone: boolean; personId: string }) {
  const say = useSay();
  const { visitId } = room.page.card;
  const { at, inChat } = useMessage(visitId);
  useEffect(() => {
    const gone = new AbortController();
    void recall(visitId, personId, gone.signal);
    return () => gone.abort();
  }, [visitId, personId]);
  if (inChat || (at === 'idle' && !gone)) return null;
  return <MessageCard {...room} offer={gone ? say('record.offer') : undefined} overCall />;
}
