import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { MAIL_OPTIONS, MailTransport } from './transport';
import type { MailOptions } from './transport';

@Module({})
export class MailModule {
  static forRoot(options: MailOptions): DynamicModule {
    return {
      module: MailModule,
      global: true,
      providers: [{ provide: MAIL_OPTIONS, useValue: options }, MailTransport],
      exports: [MailTransport],
    };
  }
}
