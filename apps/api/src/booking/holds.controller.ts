import { Body, Controller, Delete, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { releaseHold } from '@okaeri/care';
import { OkaeriError, held, holdForm } from '@okaeri/contracts';
import type { Held, HoldForm } from '@okaeri/contracts';
import { Writes } from '@okaeri/platform';
import type { Request } from 'express';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';
import { Holds } from './holds';

/** Times that are kept while somebody makes sure of them; `POST /visits` with its id confirms one. */
@Controller('api/visits')
export class HoldsController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Holds) private readonly holds: Holds,
  ) {}

  @Post('hold')
  @HttpCode(200)
  @Access('visit.hold', ['body.episodeId'])
  @Keyed()
  @ApiOperation({ summary: 'Hold a time for some minutes' })
  @Answers(held, 'Held; nobody is told')
  @Problems(
    ...(['fields_invalid', 'zone_unknown', 'time_skipped', 'time_repeated', 'time_past'] as const),
    ...(['overlap', 'too_many', 'key_needed'] as const),
  )
  async hold(
    @Req() request: Request,
    @Grant() { actor }: Granted,
    @Body({ schema: holdForm }) form: HoldForm,
  ): Promise<Held> {
    return this.holds.hold(request, actor, form);
  }

  @Delete(':visitId/hold')
  @HttpCode(204)
  @Access('visit.hold', ['visitId'])
  @Id('visitId')
  @ApiOperation({ summary: 'Give a held time back' })
  @AnswersNothing('Given back')
  @Problems('conflict')
  async release(@Grant() { actor, visitId }: Granted): Promise<void> {
    if (!visitId) throw new OkaeriError('not_found');
    await this.writes.retried((em) => releaseHold(em, visitId, actor.personId));
  }
}
