import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AccessModule } from '@okaeri/access';
import { ConsultModule } from '@okaeri/consult';
import type { ConsultOptions } from '@okaeri/consult';
import { RedisModule } from '@okaeri/platform';
import { SignalingGateway } from './signaling.gateway';

/** The edge that windows connect to. Its process brings the database, the log and the `SocketAdapter`. */
@Module({})
export class SignalingModule {
  static forRoot(options: ConsultOptions & { redisUrl?: string | undefined }): DynamicModule {
    return {
      module: SignalingModule,
      imports: [AccessModule, RedisModule.forRoot(options.redisUrl), ConsultModule.forRoot(options)],
      providers: [SignalingGateway],
    };
  }
}
