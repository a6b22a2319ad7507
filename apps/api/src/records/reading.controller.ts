import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiParam } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { isWhole, patientOf } from '@okaeri/chart';
import {
  briefPage as briefSchema,
  timelinePage as timelineSchema,
  timelineQuery,
  trendsPage as trendsSchema,
} from '@okaeri/contracts';
import type { BriefPage, TimelinePage, TimelineQuery, TrendsPage } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { briefOf, houseEntries, readOwn, timelinePage, trendGroups } from '@okaeri/records';
import { Answers } from '../edge/answers';
import { readerOf } from '../pages/reader';

/** A record for somebody who has ten minutes. */
@Controller('api/pages/records/:personId')
export class ReadingController {
  constructor(@Inject(Database) private readonly db: Database) {}

  @Get('brief')
  @Access('record.read', ['personId'])
  @ApiOperation({ summary: 'One page about a patient for the consult' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @Answers(briefSchema, 'What holds today, and what is new since the last visit')
  async brief(@Grant() granted: Granted): Promise<BriefPage> {
    const reader = await readerOf(this.db.manager, granted.actor);
    const brief = await briefOf(this.db.manager, { ...reader, country: reader.person.country }, granted);
    const partly = !isWhole(granted);
    return { ...brief, partly, missing: partly ? [] : brief.missing };
  }

  @Get('timeline')
  @Access('record.read', ['personId'])
  @ApiOperation({ summary: 'A record by its dates' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @Answers(timelineSchema, 'The newest first, by months')
  async timeline(
    @Grant() granted: Granted,
    @Query({ schema: timelineQuery }) query: TimelineQuery,
  ): Promise<TimelinePage> {
    const reader = await readerOf(this.db.manager, granted.actor);
    const record = await readOwn(this.db.manager, granted);
    const house = await houseEntries(this.db.manager, reader, granted);
    return { mine: patientOf(granted) === reader.personId, ...timelinePage(record, reader.locale, query, house) };
  }

  @Get('trends')
  @Access('record.read', ['personId'])
  @ApiOperation({ summary: 'What was measured, each kind in one unit' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @Answers(trendsSchema, 'Results of laboratories, vital signs and the rest')
  async trends(@Grant() granted: Granted): Promise<TrendsPage> {
    const { locale, personId, person } = await readerOf(this.db.manager, granted.actor);
    const record = await readOwn(this.db.manager, granted);
    return { mine: patientOf(granted) === personId, groups: trendGroups(record, { locale, country: person.country }) };
  }
}
