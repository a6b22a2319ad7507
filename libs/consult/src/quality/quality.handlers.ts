import { Inject, Injectable } from '@nestjs/common';
import { OkaeriError, qualitySeconds } from '@okaeri/contracts';
import type { ClientMessageData, ClientMessageReply } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import type { Connection, HeldSeat } from '../socket/connection';
import { askCallback } from './callbacks';
import { keepSample } from './samples';
import { keepStep } from './steps';

/** What a page says of its link, and that somebody wants to be rung. */
@Injectable()
export class QualityHandlers {
  /** When each connection's last sample was kept. */
  readonly #kept = new WeakMap<Connection, number>();

  constructor(@Inject(Database) private readonly db: Database) {}

  async step(
    connection: Connection,
    data: ClientMessageData<'step.report'>,
  ): Promise<ClientMessageReply<'step.report'>> {
    const { visitId, seatId } = seatOf(connection);
    await this.db.inTransaction((em) => keepStep(em, { visitId, seatId, connection: connection.id }, data));
    return {};
  }

  async sample(
    connection: Connection,
    data: ClientMessageData<'quality.report'>,
  ): Promise<ClientMessageReply<'quality.report'>> {
    const { seatId } = seatOf(connection);
    const at = performance.now();
    if (at - (this.#kept.get(connection) ?? -Infinity) < qualitySeconds * 1000) return {};
    this.#kept.set(connection, at);
    await keepSample(this.db.manager, { seatId, connection: connection.id }, data);
    return {};
  }

  async callback(connection: Connection): Promise<ClientMessageReply<'callback.ask'>> {
    const { visitId, seatId } = seatOf(connection);
    await this.db.inTransaction((em) => askCallback(em, visitId, seatId));
    return {};
  }
}

function seatOf({ seat }: Connection): HeldSeat {
  if (!seat) throw new OkaeriError('seat_state');
  return seat;
}
