import { Injectable } from '@nestjs/common';
import { OkaeriError } from '@okaeri/contracts';
import type { ClientMessageName, ClientMessageReply } from '@okaeri/contracts';
import type { Connection } from '../socket/connection';

export type SoundMessage = Extract<ClientMessageName, `sound.${string}` | `interpret.${string}`>;

/** Who hears whom, and who interprets. */
@Injectable()
export class SoundHandlers {
  act(_connection: Connection, _name: SoundMessage, _data: unknown): Promise<ClientMessageReply<SoundMessage>> {
    return Promise.reject(new OkaeriError('unavailable'));
  }
}
