import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { statisticsPage, statisticsQuery } from '@okaeri/contracts';
import type { StatisticsPage, StatisticsQuery } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { Answers, Problems } from '../edge/answers';
import { readerOf } from '../pages/reader';
import { statisticsOf } from './statistics-page';

/** What became of the visits of an institution. */
@Controller('api/pages')
export class StatisticsController {
  constructor(@Inject(Database) private readonly db: Database) {}

  @Get('statistics')
  @Access('statistics.read')
  @ApiOperation({
    summary: 'What became of visits: by week, by how long before they were booked, by hour, by reminder',
  })
  @Answers(statisticsPage, 'Numbers alone: nobody is named')
  @Problems('fields_invalid')
  async statistics(
    @Grant() { actor }: Granted,
    @Query({ schema: statisticsQuery }) query: StatisticsQuery,
  ): Promise<StatisticsPage> {
    return statisticsOf(this.db.manager, await readerOf(this.db.manager, actor), query);
  }
}
