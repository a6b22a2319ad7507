import { Inject, Injectable } from '@nestjs/common';
import { OkaeriError } from '@okaeri/contracts';
import type { ClientMessageData, ClientMessageName, ClientMessageReply, SoundAct } from '@okaeri/contracts';
import type { Connection } from '../socket/connection';
import { Sounds } from '../sound/sounds';

export type SoundMessage = Extract<ClientMessageName, `sound.${string}` | `interpret.${string}`>;

/** What a message asks of the sound of its visit. */
const acts: { [N in SoundMessage]: (data: ClientMessageData<N>) => SoundAct } = {
  'sound.mode': ({ mode }) => ({ act: 'mode', mode }),
  'sound.hear': ({ language }) => ({ act: 'hear', language }),
  'sound.speak': ({ language }) => ({ act: 'speak', language }),
  'interpret.appoint': ({ seatId, pair }) => ({ act: 'appoint', seatId, pair }),
  'interpret.set': ({ to }) => ({ act: 'set', to }),
  'interpret.relay': ({ via }) => ({ act: 'relay', via }),
  'interpret.offer': ({ seatId }) => ({ act: 'offer', seatId }),
  'interpret.take': () => ({ act: 'take' }),
};

/** Who hears whom, and who interprets. */
@Injectable()
export class SoundHandlers {
  constructor(@Inject(Sounds) private readonly sounds: Sounds) {}

  async act<N extends SoundMessage>(
    { seat, id }: Connection,
    name: N,
    data: ClientMessageData<N>,
  ): Promise<ClientMessageReply<SoundMessage>> {
    if (!seat) throw new OkaeriError('seat_state');
    await this.sounds.change(seat.visitId, { seatId: seat.seatId, connection: id }, acts[name](data));
    return {};
  }
}
