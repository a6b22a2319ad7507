import { Inject, Injectable } from '@nestjs/common';
import type { ClientMessageData, ClientMessageName, ClientMessageReply } from '@okaeri/contracts';
import { CheckHandlers } from './check.handlers';
import type { Connection } from '../socket/connection';
import { MediaHandlers } from './media.handlers';
import { NoticeHandlers } from './notice.handlers';
import { VisitHandlers } from './visit.handlers';

export interface Handler<N extends ClientMessageName> {
  run(connection: Connection, data: ClientMessageData<N>, granted: Promise<unknown>): Promise<ClientMessageReply<N>>;
  /** One after the other with the connection's other messages of this kind. */
  inTurn?: boolean;
  /** Starts before access is granted. */
  early?: boolean;
}

type HandlersByName = { [N in ClientMessageName]: Handler<N> };

/** Who answers which message. A message of the contracts without a handler does not compile. */
@Injectable()
export class Handlers {
  readonly all: HandlersByName;

  constructor(
    @Inject(VisitHandlers) visit: VisitHandlers,
    @Inject(MediaHandlers) media: MediaHandlers,
    @Inject(CheckHandlers) check: CheckHandlers,
    @Inject(NoticeHandlers) notices: NoticeHandlers,
  ) {
    this.all = {
      'notices.watch': { run: (connection, data) => notices.watch(connection, data) },
      'visit.enter': { run: (connection, data) => visit.enter(connection, data), inTurn: true },
      'visit.resume': { run: (connection, data) => visit.resume(connection, data), inTurn: true },
      'visit.leave': { run: (connection) => visit.leave(connection), inTurn: true },
      'visit.end': { run: (connection) => visit.end(connection), inTurn: true },
      'seat.admit': { run: (connection, data) => visit.admit(connection, data), inTurn: true },
      'seat.remove': { run: (connection, data) => visit.remove(connection, data), inTurn: true },
      'room.join': {
        run: (connection, data, granted) => media.join(connection, data, granted),
        inTurn: true,
        early: true,
      },
      'check.open': { run: (connection) => check.open(connection), inTurn: true },
      'check.join': { run: (connection, data) => check.join(connection, data), inTurn: true },
      'check.close': { run: (connection) => check.close(connection), inTurn: true },
      'transport.connect': { run: (connection, data) => media.ask(connection, 'transport.connect', data) },
      'transport.restartIce': { run: (connection, data) => media.ask(connection, 'transport.restartIce', data) },
      'producer.create': { run: (connection, data) => media.ask(connection, 'producer.create', data) },
      'producer.set': { run: (connection, data) => media.ask(connection, 'producer.set', data) },
      'producer.close': { run: (connection, data) => media.ask(connection, 'producer.close', data) },
      'consumer.set': { run: (connection, data) => media.ask(connection, 'consumer.set', data) },
    };
  }
}
