import type { ServerMessageData, ServerMessageName } from '@okaeri/contracts';
import type { Link } from '../link/link';
import type { Ground } from './ground';
import type { Mailbox } from './mailbox';
import type { News } from './news';

/** What the server tells by itself. Events of the room come in their order, after the answer that brought the room. */
export function listen(on: Link, ground: Ground, mailbox: Mailbox, news: News, joinAgain: () => void): void {
  const { visitId, onEvent } = ground.options;
  const now = <N extends ServerMessageName>(name: N, handle: (data: ServerMessageData<N>) => void) =>
    on.on(name, (data) => {
      if (ground.link === on) handle(data);
    });
  const inOrder = <N extends ServerMessageName>(name: N, handle: (data: ServerMessageData<N>) => void) =>
    now(name, (data) => mailbox.deliver(() => handle(data)));

  inOrder('consumer.opened', ({ consumer }) => ground.room?.offered(consumer));
  inOrder('consumer.closed', ({ consumerId }) => ground.room?.receiver.closed(consumerId));
  inOrder('consumer.changed', ({ consumerId, ...change }) => ground.room?.receiver.changed(consumerId, change));
  inOrder('producer.wanted', ({ producerId, layer }) => ground.room?.played(producerId, layer));
  inOrder('room.moved', ({ epoch }) => {
    if (!ground.inCall || (ground.room && epoch <= ground.room.epoch)) return;
    onEvent?.({ name: 'moved' });
    ground.move('lost');
    ground.left = ground.room?.received().map(({ offer }) => offer) ?? ground.left;
    ground.room?.retire();
    ground.room = null;
    ground.show();
    joinAgain();
  });
  now('sound.changed', (told) => ground.hear(told));
  now('seat.said', (data) => onEvent?.({ name: 'said', ...data }));
  now('show.changed', ({ showing }) => ground.store.set({ showing }));
  now('seat.closed', ({ reason }) => ground.shut(reason, null));
  now('notice', ({ topic, id, version }) => {
    if (topic === 'chat' && id === visitId) onEvent?.({ name: 'chat' });
    if (topic === 'visit' && id === visitId) news.hear(version, ground.inCall);
  });
}
