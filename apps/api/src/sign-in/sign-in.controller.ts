import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, HttpCode, Inject, Post, Req, UseGuards } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { askSignIn } from '@okaeri/access';
import { nothing, signInAsk } from '@okaeri/contracts';
import type { SignInAsk } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { Open } from '@okaeri/runtime';
import type { Request } from 'express';
import { Answers } from '../edge/answers';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';

const minute = 60_000;
/** No answer is faster than this: how long it takes must not tell whether somebody is known. */
const answerMs = 200;

@Controller('api/sign-in')
@UseGuards(ThrottlerGuard)
export class SignInController {
  constructor(
    @Inject(API_ENV) private readonly env: ApiEnv,
    @Inject(Database) private readonly db: Database,
  ) {}

  @Post()
  @HttpCode(202)
  @Throttle({ each: { limit: 10, ttl: minute }, all: { limit: 300, ttl: minute } })
  @Open('Nobody is known yet; the answer is the same for every address.')
  @ApiOperation({ summary: 'Have a link sent to come in by' })
  @Answers(nothing, 'Taken in; a mail is on its way to whoever has that address here')
  async ask(
    @Body({ schema: signInAsk }) { email }: SignInAsk,
    @Req() request: Request,
  ): Promise<Record<string, never>> {
    const asked = askSignIn(this.db, { email, address: request.ip, wide: this.env.OKAERI_RATES === 'wide' });
    await Promise.all([asked, pause(answerMs)]);
    return {};
  }
}
