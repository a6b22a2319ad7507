import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { slotsAnswer, slotsQuery } from '@okaeri/contracts';
import type { SlotsAnswer, SlotsQuery } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { Slots } from '@okaeri/scheduling';
import { Answers, Problems } from '../edge/answers';
import { readerOf } from '../pages/reader';

/** Times at which everybody who has to be there is free. */
@Controller('api/slots')
export class SlotsController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Slots) private readonly slots: Slots,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('slots.find', ['body.episodeId'])
  @ApiOperation({ summary: 'Find times for several people at once, the best first' })
  @Answers(slotsAnswer, 'Nothing is held')
  @Problems('fields_invalid')
  async find(@Grant() { actor }: Granted, @Body({ schema: slotsQuery }) query: SlotsQuery): Promise<SlotsAnswer> {
    return this.slots.find(query, await readerOf(this.db.manager, actor));
  }
}
