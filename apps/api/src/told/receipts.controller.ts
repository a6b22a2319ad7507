import { Body, Controller, Headers, HttpCode, Inject, Post, Req, UseGuards } from '@nestjs/common';
import type { RawBodyRequest } from '@nestjs/common';
import { ApiHeader, ApiOperation } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { OkaeriError, smsReceipt } from '@okaeri/contracts';
import type { SmsReceipt } from '@okaeri/contracts';
import { isSigned, takeReceipt } from '@okaeri/notify';
import { Database } from '@okaeri/platform';
import { Open } from '@okaeri/runtime';
import type { Request } from 'express';
import { AnswersNothing, Problems } from '../edge/answers';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';

const minute = 60_000;

/** Where the provider of short messages tells what became of them. */
@Controller('api/sms/receipts')
@UseGuards(ThrottlerGuard)
@Throttle({ each: { limit: 6000, ttl: minute }, all: { limit: 12_000, ttl: minute } })
export class ReceiptsController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(API_ENV) private readonly env: ApiEnv,
  ) {}

  @Post()
  @HttpCode(204)
  @Open('A provider cannot sign in: its signature over the body says that it is the one.')
  @ApiHeader({
    name: 'x-signature',
    description:
      '`sha256=` and the HMAC-SHA-256 of the body under the secret that both sides have, in hexadecimal digits.',
    schema: { type: 'string', example: `sha256=${'0'.repeat(64)}` },
  })
  @ApiOperation({ summary: 'Say what became of a short message' })
  @AnswersNothing('Taken in')
  @Problems('fields_invalid', 'not_found')
  async take(
    @Req() request: RawBodyRequest<Request>,
    @Headers('x-signature') signature: string | undefined,
    @Body({ schema: smsReceipt }) receipt: SmsReceipt,
  ): Promise<void> {
    const { SMS_SECRET } = this.env;
    if (!SMS_SECRET || !isSigned(SMS_SECRET, request.rawBody ?? Buffer.alloc(0), signature))
      throw new OkaeriError('not_found');
    await this.db.inTransaction((em) => takeReceipt(em, receipt));
  }
}
