import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AccessModule } from '@okaeri/access';
import { NoticesModule } from '@okaeri/platform';
import { Health, LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { NodeRegistry } from './nodes/registry';
import { Rooms } from './rooms/rooms';
import { Captions } from './captions/captions';
import { noSpeechToText, SPEECH_TO_TEXT } from './captions/port';
import type { SpeechToText } from './captions/port';
import { CheckHandlers } from './messages/check.handlers';
import { Connections } from './socket/connections';
import { Handlers } from './messages/handlers';
import { Healer } from './upkeep/healer';
import { Keeper } from './upkeep/keeper';
import { MediaHandlers } from './messages/media.handlers';
import { SignalingMetrics } from './socket/metrics';
import { NoticeHandlers } from './messages/notice.handlers';
import { Presence } from './upkeep/presence';
import { MessageRouter } from './messages/router';
import { VisitHandlers } from './messages/visit.handlers';
import { LinkHandlers } from './messages/link.handlers';
import { QualityHandlers } from './quality/quality.handlers';
import { SayHandlers } from './messages/say.handlers';
import { ShowHandlers } from './showing/show.handlers';
import { SoundHandlers } from './messages/sound.handlers';
import { Hearing } from './sound/hearing';
import { Sounds } from './sound/sounds';
import { IceServers, TURN } from './turn/ice-servers';
import type { TurnOptions } from './turn/ice-servers';

export interface ConsultOptions {
  /** Where the sfu nodes listen, `ws://host:port`; asked again before each attempt, `null` while not known. */
  sfuUrls: readonly (() => string | null)[];
  sfuSecret: string;
  turn?: TurnOptions | null;
  /** Writes down what is said; without one, captions are typed. */
  speechToText?: SpeechToText;
}

/** Video visits: rooms on sfu nodes and all that is said on a socket. Needs the database and access of its process. */
@Module({})
export class ConsultModule {
  static forRoot(options: ConsultOptions): DynamicModule {
    return {
      module: ConsultModule,
      imports: [AccessModule, NoticesModule],
      providers: [
        {
          provide: NodeRegistry,
          inject: [LOG, Health],
          useFactory: (log: Log, health: Health) => {
            const nodes = new NodeRegistry({ urls: options.sfuUrls, secret: options.sfuSecret, log });
            // A node that was just started announces itself before its first worker can hold a room.
            health.needs('sfu', () => nodes.nodes().some(({ workers }) => workers > 0));
            health.about('sfuNodes', () => nodes.nodes().length);
            return nodes;
          },
        },
        { provide: TURN, useValue: options.turn ?? null },
        { provide: SPEECH_TO_TEXT, useValue: options.speechToText ?? noSpeechToText },
        IceServers,
        Rooms,
        Connections,
        SignalingMetrics,
        Captions,
        Hearing,
        Sounds,
        Presence,
        Healer,
        Keeper,
        VisitHandlers,
        MediaHandlers,
        CheckHandlers,
        NoticeHandlers,
        SoundHandlers,
        SayHandlers,
        LinkHandlers,
        ShowHandlers,
        QualityHandlers,
        Handlers,
        MessageRouter,
      ],
      exports: [Connections, MessageRouter, Presence, CheckHandlers, NodeRegistry],
    };
  }
}
