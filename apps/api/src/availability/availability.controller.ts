import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { availabilityForm, availabilityPage, thingForm, thingMade } from '@okaeri/contracts';
import type { AvailabilityForm, AvailabilityPage, ThingForm, ThingMade } from '@okaeri/contracts';
import { Database, Writes } from '@okaeri/platform';
import { addThing, retireThing, writeAvailability } from '@okaeri/scheduling';
import type { Request } from 'express';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';
import { readerOf } from '../pages/reader';
import { availabilityOf } from './page';

/** When people can be had, and the rooms and devices that visits take up. */
@Controller('api')
export class AvailabilityController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Get('pages/availability/:resourceId')
  @Access('availability.read', ['resourceId'])
  @Id('resourceId')
  @ApiOperation({ summary: 'When somebody or something can be had' })
  @Answers(availabilityPage, 'What is written, or what is assumed')
  async page(@Grant() { actor }: Granted, @Param('resourceId') resourceId: string): Promise<AvailabilityPage> {
    return availabilityOf(this.db.manager, resourceId, await readerOf(this.db.manager, actor));
  }

  @Put('availability/:resourceId')
  @Access('availability.write', ['resourceId'])
  @Id('resourceId')
  @ApiOperation({ summary: 'Say when somebody or something can be had' })
  @Answers(availabilityPage, 'As it is now; every search from now on goes by it')
  @Problems('fields_invalid', 'zone_unknown', 'version_changed')
  async write(
    @Grant() { actor }: Granted,
    @Param('resourceId') resourceId: string,
    @Body({ schema: availabilityForm }) form: AvailabilityForm,
  ): Promise<AvailabilityPage> {
    await this.db.inTransaction((em) => writeAvailability(em, resourceId, form, actor.personId));
    return availabilityOf(this.db.manager, resourceId, await readerOf(this.db.manager, actor));
  }

  @Post('things')
  @HttpCode(200)
  @Access('availability.write', ['body.institutionId'])
  @Keyed()
  @ApiOperation({ summary: 'Add a room or a device' })
  @Answers(thingMade, 'It can be booked from now on')
  @Problems('fields_invalid', 'key_needed', 'key_reused')
  async add(
    @Req() request: Request,
    @Grant() { actor }: Granted,
    @Body({ schema: thingForm }) form: ThingForm,
  ): Promise<ThingMade> {
    return this.writes.once(request, actor, 'POST /things', form, async (em) => ({
      thingId: await addThing(em, form, actor.demo),
    }));
  }

  @Delete('things/:thingId')
  @HttpCode(204)
  @Access('availability.write', ['thingId'])
  @Id('thingId')
  @ApiOperation({ summary: 'Take a room or a device out of use' })
  @AnswersNothing('It is offered no more; visits that have it keep it')
  async retire(@Param('thingId') thingId: string): Promise<void> {
    await this.db.inTransaction((em) => retireThing(em, thingId));
  }
}
