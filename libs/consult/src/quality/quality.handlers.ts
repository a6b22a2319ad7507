import { Injectable } from '@nestjs/common';
import { OkaeriError } from '@okaeri/contracts';
import type { ClientMessageData, ClientMessageReply } from '@okaeri/contracts';
import type { Connection } from '../socket/connection';

/** What a page says of its link, and that somebody wants to be rung. */
@Injectable()
export class QualityHandlers {
  step(_connection: Connection, _data: ClientMessageData<'step.report'>): Promise<ClientMessageReply<'step.report'>> {
    return Promise.reject(new OkaeriError('unavailable'));
  }

  sample(
    _connection: Connection,
    _data: ClientMessageData<'quality.report'>,
  ): Promise<ClientMessageReply<'quality.report'>> {
    return Promise.reject(new OkaeriError('unavailable'));
  }

  callback(_connection: Connection): Promise<ClientMessageReply<'callback.ask'>> {
    return Promise.reject(new OkaeriError('unavailable'));
  }
}
