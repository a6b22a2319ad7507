import type { ClientMessageInput, ClientMessageName } from '@okaeri/contracts';

type RoomMessage = Extract<
  ClientMessageName,
  `sound.${string}` | `interpret.${string}` | `show.${string}` | `${'link' | 'step' | 'quality' | 'callback'}.${string}`
>;
type Bodies = { [N in RoomMessage | 'seat.say']: ClientMessageInput<N> };

/** One good body for each message about hearing, showing and the link; `seatId` is an interpreter's. */
export const roomMessages = (seatId: string): Bodies => ({
  'sound.mode': { mode: 'simultaneous' },
  'sound.hear': { language: 'floor' },
  'sound.speak': { language: 'en' },
  'interpret.appoint': { seatId, pair: ['ja', 'en'] },
  'interpret.set': { to: null },
  'interpret.relay': { via: null },
  'interpret.offer': { seatId: null },
  'interpret.take': {},
  'seat.say': { kind: 'pointer', data: JSON.stringify({ v: 1, x: 0.5, y: 0.5, n: 1 }) },
  'show.start': { kind: 'screen', fileId: null },
  'show.stop': {},
  'link.look': { losses: true },
  'step.report': { side: 'down', step: 'low', cause: 'narrow' },
  'quality.report': {
    ...{ upStep: 'full', downStep: 'full', upKbps: 900, downKbps: null, upLoss: 0, downLoss: null },
    ...{ roundTripMs: 80, concealed: 0, framesPerSecond: 24, path: 'udp' },
  },
  'callback.ask': {},
});
