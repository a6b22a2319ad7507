import { Body, Controller, HttpCode, Inject, Post, Req, UseGuards } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ThrottlerGuard } from '@nestjs/throttler';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { OkaeriError, pushEnd, pushForm } from '@okaeri/contracts';
import type { PushEnd, PushForm } from '@okaeri/contracts';
import { addSubscription, endSubscription } from '@okaeri/notify';
import { Database } from '@okaeri/platform';
import type { Request } from 'express';
import { AnswersNothing, Problems } from '../edge/answers';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { deviceNames } from '../pages/settings';
import { waysOf } from './ways';

/** Browsers that show what a person is told. Their addresses are as good as keys: they come in bodies, never in paths. */
@Controller('api/me/push')
export class PushController {
  readonly #offered: boolean;

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(API_ENV) env: ApiEnv,
  ) {
    this.#offered = waysOf(env).pushKey !== null;
  }

  // Each makes us ask a server that she names.
  @Post()
  @UseGuards(ThrottlerGuard)
  @HttpCode(204)
  @Access('push.write')
  @ApiOperation({ summary: 'Let this browser show what she is told' })
  @AnswersNothing('It shows the next')
  @Problems('fields_invalid', 'unavailable')
  async add(
    @Grant() { actor }: Granted,
    @Body({ schema: pushForm }) form: PushForm,
    @Req() request: Request,
  ): Promise<void> {
    if (!this.#offered) throw new OkaeriError('unavailable');
    const device = deviceNames(request.get('user-agent') ?? null);
    await this.db.inTransaction((em) => addSubscription(em, actor, form, device));
  }

  @Post('end')
  @HttpCode(204)
  @Access('push.write')
  @ApiOperation({ summary: 'Let it show nothing any more' })
  @AnswersNothing('It shows nothing any more')
  @Problems('fields_invalid')
  async end(@Grant() { actor }: Granted, @Body({ schema: pushEnd }) { endpoint }: PushEnd): Promise<void> {
    await this.db.inTransaction((em) => endSubscription(em, actor.personId, endpoint));
  }
}
