import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { mySlotsQuery, slotsAnswer, slotsQuery, stripsAnswer, stripsQuery } from '@okaeri/contracts';
import type { MySlotsQuery, SlotsAnswer, SlotsQuery, StripsAnswer, StripsQuery } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { Slots } from '@okaeri/scheduling';
import { Answers, Problems } from '../edge/answers';
import { Id } from '../edge/keyed';
import { readerOf } from '../pages/reader';

/** Times at which everybody who has to be there is free. */
@Controller('api')
export class SlotsController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Slots) private readonly slots: Slots,
  ) {}

  @Post('slots')
  @HttpCode(200)
  @Access('slots.find', ['body.episodeId'])
  @ApiOperation({ summary: 'Find times for several people at once, the best first' })
  @Answers(slotsAnswer, 'Nothing is held')
  @Problems('fields_invalid')
  async find(@Grant() { actor }: Granted, @Body({ schema: slotsQuery }) query: SlotsQuery): Promise<SlotsAnswer> {
    return this.slots.find(query, await readerOf(this.db.manager, actor));
  }

  @Post('slots/strips')
  @HttpCode(200)
  @Access('slots.find', ['body.episodeId'])
  @ApiOperation({ summary: 'The days of several people beside each other, each on her own clock' })
  @Answers(stripsAnswer, 'With the times at which a visit of that length fits them all')
  @Problems('fields_invalid', 'zone_unknown')
  async strips(@Grant() { actor }: Granted, @Body({ schema: stripsQuery }) query: StripsQuery): Promise<StripsAnswer> {
    return this.slots.strips(query, await readerOf(this.db.manager, actor));
  }

  @Post('episodes/:episodeId/my-slots')
  @HttpCode(200)
  @Access('slots.own', ['episodeId'])
  @Id('episodeId')
  @ApiOperation({ summary: 'Times among which a patient may choose for herself' })
  @Answers(slotsAnswer, 'On her own clock and the hospital’s')
  @Problems('fields_invalid', 'allowance_used')
  async own(
    @Grant() { actor }: Granted,
    @Param('episodeId') episodeId: string,
    @Body({ schema: mySlotsQuery }) query: MySlotsQuery,
  ): Promise<SlotsAnswer> {
    return this.slots.own(episodeId, query, await readerOf(this.db.manager, actor));
  }
}
