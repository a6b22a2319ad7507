import { Inject, Injectable } from '@nestjs/common';
import type { ClientMessageData, ClientMessageName, ClientMessageReply } from '@okaeri/contracts';
import { CheckHandlers } from './check.handlers';
import type { Connection } from '../socket/connection';
import { MediaHandlers } from './media.handlers';
import { LinkHandlers } from './link.handlers';
import { NoticeHandlers } from './notice.handlers';
import { QualityHandlers } from '../quality/quality.handlers';
import { SayHandlers } from './say.handlers';
import { ShowHandlers } from '../showing/show.handlers';
import { SoundHandlers } from './sound.handlers';
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
    @Inject(SoundHandlers) sound: SoundHandlers,
    @Inject(SayHandlers) saying: SayHandlers,
    @Inject(LinkHandlers) link: LinkHandlers,
    @Inject(ShowHandlers) show: ShowHandlers,
    @Inject(QualityHandlers) quality: QualityHandlers,
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
      'transport.restartIce': { run: (connection, data) => media.restartIce(connection, data) },
      'producer.create': { run: (connection, data) => media.produce(connection, data) },
      'producer.set': { run: (connection, data) => media.ask(connection, 'producer.set', data) },
      'producer.close': { run: (connection, data) => media.ask(connection, 'producer.close', data) },
      'consumer.set': { run: (connection, data) => media.ask(connection, 'consumer.set', data) },
      'sound.mode': { run: (connection, data) => sound.act(connection, 'sound.mode', data) },
      'sound.hear': { run: (connection, data) => sound.act(connection, 'sound.hear', data) },
      'sound.speak': { run: (connection, data) => sound.act(connection, 'sound.speak', data) },
      'interpret.appoint': { run: (connection, data) => sound.act(connection, 'interpret.appoint', data) },
      'interpret.set': { run: (connection, data) => sound.act(connection, 'interpret.set', data) },
      'interpret.relay': { run: (connection, data) => sound.act(connection, 'interpret.relay', data) },
      'interpret.offer': { run: (connection, data) => sound.act(connection, 'interpret.offer', data) },
      'interpret.take': { run: (connection, data) => sound.act(connection, 'interpret.take', data) },
      'seat.say': { run: (connection, data) => saying.say(connection, data) },
      'show.start': { run: (connection, data) => show.start(connection, data) },
      'show.stop': { run: (connection) => show.stop(connection) },
      'link.look': { run: (connection, data) => link.look(connection, data) },
      'step.report': { run: (connection, data) => quality.step(connection, data) },
      'quality.report': { run: (connection, data) => quality.sample(connection, data) },
      'callback.ask': { run: (connection) => quality.callback(connection) },
    };
  }
}
