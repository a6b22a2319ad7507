import type { ClientMessageInput, ClientMessageName } from '@okaeri/contracts';
import { CallFailure, asFailure } from '../link/failure';
import type { Link } from '../link/link';
import type { Call } from '../types';
import type { Ground } from './ground';

/** A request that a person made; a refusal is shown, and nothing else happens. Says whether it was done. */
export async function ask(ground: Ground, request: (link: Link) => Promise<unknown>): Promise<boolean> {
  try {
    if (!ground.link) throw new CallFailure('unavailable');
    await ground.hold.wait();
    await request(ground.link);
    ground.tell(null);
    return true;
  } catch (error) {
    ground.tell(asFailure(error));
    return false;
  }
}

type Acts = Pick<
  Call,
  'hear' | 'speak' | 'mode' | 'interpret' | 'say' | 'show' | 'askCallback' | 'end' | 'admit' | 'remove'
>;

/** What a person does by one message. */
export function actsOf(ground: Ground): Acts {
  const send = <N extends ClientMessageName>(name: N, data: ClientMessageInput<N>) =>
    ask(ground, (link) => link.request(name, data));
  return {
    async end() {
      await send('visit.end', {});
    },
    async admit(seatId) {
      await send('seat.admit', { seatId });
    },
    async remove(seatId) {
      await send('seat.remove', { seatId });
    },
    hear: (language) => send('sound.hear', { language }),
    speak: (language) => send('sound.speak', { language }),
    mode: (mode) => send('sound.mode', { mode }),
    interpret: {
      set: (to) => send('interpret.set', { to }),
      relay: (via) => send('interpret.relay', { via }),
      offer: (seatId) => send('interpret.offer', { seatId }),
      take: () => send('interpret.take', {}),
      appoint: (seatId, pair) => send('interpret.appoint', { seatId, pair: pair && [...pair] }),
    },
    async say(kind, data) {
      const said = ground.hold.held ? ground.link?.request('seat.say', { kind, data }) : undefined;
      return (await said?.then(() => true).catch(() => false)) ?? false;
    },
    show: (kind, fileId = null) => (kind ? send('show.start', { kind, fileId }) : send('show.stop', {})),
    askCallback: () => send('callback.ask', {}),
  };
}
