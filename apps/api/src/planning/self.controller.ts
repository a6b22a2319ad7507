import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { setAllowance } from '@okaeri/care';
import { OkaeriError, allowanceForm, selfForm, selfPage, visitBooked, visitMoved } from '@okaeri/contracts';
import type {
  AllowanceForm,
  EpisodeId,
  PersonId,
  SelfForm,
  SelfPage,
  VisitBooked,
  VisitMoved,
} from '@okaeri/contracts';
import { Database, Writes } from '@okaeri/platform';
import { Slots } from '@okaeri/scheduling';
import type { Request } from 'express';
import { askedStaff } from '../booking/asks';
import { episodeOf, staffOf } from '../booking/booked-people';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';
import { readerOf } from '../pages/reader';
import { SelfBooking } from './self-booking';
import { moveTimesPage, timesPage } from './times-page';

/** What a patient books for herself, and how much of it she is allowed. */
@Controller('api')
export class SelfController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Slots) private readonly slots: Slots,
    @Inject(SelfBooking) private readonly self: SelfBooking,
  ) {}

  @Put('episodes/:episodeId/allowance')
  @HttpCode(204)
  @Access('allowance.write', ['episodeId'])
  @Id('episodeId')
  @ApiOperation({ summary: 'Say how many visits a patient may book for herself, with whom and when' })
  @AnswersNothing('In place of what was said before; none takes it back')
  @Problems('fields_invalid')
  async allow(
    @Grant() { actor }: Granted,
    @Param('episodeId') episodeId: string,
    @Body({ schema: allowanceForm }) form: AllowanceForm,
  ): Promise<void> {
    const { physicianId, ask } = form;
    const record = await episodeOf(this.db.manager, episodeId);
    await staffOf(this.db.manager, record, [
      { personId: physicianId, role: 'physician' },
      ...(ask ? askedStaff(ask) : []),
    ]);
    const allowance = { ...form, physicianId: physicianId as PersonId, by: actor.personId };
    await this.writes.retried((em) => setAllowance(em, episodeId as EpisodeId, allowance));
  }

  @Get('pages/times/:episodeId')
  @Access('slots.own', ['episodeId'])
  @Id('episodeId')
  @ApiOperation({ summary: 'Times among which a patient may choose for her next visit' })
  @Answers(selfPage, 'On her own clock and the hospital’s')
  @Problems('allowance_used')
  async times(@Grant() { actor }: Granted, @Param('episodeId') episodeId: string): Promise<SelfPage> {
    return timesPage(this.db.manager, this.slots, await readerOf(this.db.manager, actor), episodeId);
  }

  @Post('episodes/:episodeId/book')
  @HttpCode(200)
  @Access('visit.bookSelf', ['episodeId'])
  @Keyed()
  @Id('episodeId')
  @ApiOperation({ summary: 'Book one of the times that a patient may choose from' })
  @Answers(visitBooked, 'Booked; where an interpreter is asked first, once one has accepted')
  @Problems('fields_invalid', 'not_available', 'allowance_used', 'key_needed')
  async book(
    @Req() request: Request,
    @Grant() { actor }: Granted,
    @Param('episodeId') episodeId: string,
    @Body({ schema: selfForm }) form: SelfForm,
  ): Promise<VisitBooked> {
    return this.self.book(request, actor, episodeId, form);
  }

  @Get('pages/visits/:visitId/times')
  @Access('visit.moveSelf', ['visitId'])
  @Id('visitId')
  @ApiOperation({ summary: 'Times to which a patient may put a visit of hers' })
  @Answers(selfPage, 'On her own clock and the hospital’s')
  @Problems('not_allowed_now')
  async moveTimes(@Grant() { actor, visitId }: Granted): Promise<SelfPage> {
    if (!visitId) throw new OkaeriError('not_found');
    return moveTimesPage(
      this.db.manager,
      { slots: this.slots, self: this.self },
      await readerOf(this.db.manager, actor),
      visitId,
    );
  }

  @Post('visits/:visitId/move-self')
  @HttpCode(200)
  @Access('visit.moveSelf', ['visitId'])
  @Keyed()
  @Id('visitId')
  @ApiOperation({ summary: 'Put one’s own visit at another of the times that are offered' })
  @Answers(visitMoved, 'Moved; its people are told')
  @Problems('fields_invalid', 'not_available', 'not_allowed_now', 'version_changed', 'key_needed')
  async move(
    @Req() request: Request,
    @Grant() { actor, visitId }: Granted,
    @Body({ schema: selfForm }) form: SelfForm,
  ): Promise<VisitMoved> {
    if (!visitId) throw new OkaeriError('not_found');
    return this.self.move(request, actor, visitId, form);
  }
}
