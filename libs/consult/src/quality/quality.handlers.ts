import { Inject, Injectable } from '@nestjs/common';
import { OkaeriError } from '@okaeri/contracts';
import type { ClientMessageData, ClientMessageReply } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import type { Connection } from '../socket/connection';
import { keepStep } from './steps';

/** What a page says of its link, and that somebody wants to be rung. */
@Injectable()
export class QualityHandlers {
  constructor(@Inject(Database) private readonly db: Database) {}

  async step(
    { seat, id }: Connection,
    data: ClientMessageData<'step.report'>,
  ): Promise<ClientMessageReply<'step.report'>> {
    if (!seat) throw new OkaeriError('seat_state');
    const speaker = { visitId: seat.visitId, seatId: seat.seatId, connection: id };
    await this.db.inTransaction((em) => keepStep(em, speaker, data));
    return {};
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
