import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant, Ledger } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { joinWaitlist, leaveWaitlist } from '@okaeri/care';
import { answerForm, pageQuery, waitlistForm, waitlistMade, waitlistPage } from '@okaeri/contracts';
import type {
  AnswerForm,
  EpisodeId,
  PageQuery,
  PersonId,
  WaitlistForm,
  WaitlistMade,
  WaitlistPage,
} from '@okaeri/contracts';
import { Database, Writes } from '@okaeri/platform';
import type { Request } from 'express';
import { askedStaff } from '../booking/asks';
import { episodeOf, staffOf } from '../booking/booked-people';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';
import { readerOf } from '../pages/reader';
import { TakenOffers } from './taken-offers';
import { waitlistPageOf } from './waitlist-page';

/** Patients who would take a time that becomes free. */
@Controller('api')
export class WaitlistController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(TakenOffers) private readonly offers: TakenOffers,
  ) {}

  @Get('pages/waitlist')
  @Access('ready.read')
  @ApiOperation({ summary: 'Who waits for a time to become free' })
  @Answers(waitlistPage, 'Who has waited longest first')
  @Problems('cursor_bad')
  async list(@Grant() { actor }: Granted, @Query({ schema: pageQuery }) query: PageQuery): Promise<WaitlistPage> {
    const { page, rows } = await waitlistPageOf(this.db.manager, await readerOf(this.db.manager, actor), query);
    await this.ledger.write(
      ...rows.map(({ waitlistId, patientId }) => ({
        actorId: actor.personId,
        permission: 'ready.read' as const,
        outcome: 'allowed' as const,
        entity: 'waitlist' as const,
        entityId: waitlistId,
        patientId,
        via: 'http' as const,
      })),
    );
    return page;
  }

  @Post('episodes/:episodeId/waitlist')
  @HttpCode(200)
  @Access('waitlist.write', ['episodeId'])
  @Keyed()
  @Id('episodeId')
  @ApiOperation({ summary: 'Put a patient on the list of those who wait for a physician’s time' })
  @Answers(waitlistMade, 'Offered the first time that becomes free and fits')
  @Problems('fields_invalid', 'key_needed')
  async join(
    @Req() request: Request,
    @Grant() { actor }: Granted,
    @Param('episodeId') episodeId: string,
    @Body({ schema: waitlistForm }) form: WaitlistForm,
  ): Promise<WaitlistMade> {
    const { physicianId, ask } = form;
    const record = await episodeOf(this.db.manager, episodeId);
    await staffOf(this.db.manager, record, [
      { personId: physicianId, role: 'physician' },
      ...(ask ? askedStaff(ask) : []),
    ]);
    const waiting = { ...form, physicianId: physicianId as PersonId, by: actor.personId, demo: actor.demo };
    return this.writes.once(request, actor, `POST /episodes/${episodeId}/waitlist`, form, async (em) => ({
      waitlistId: await joinWaitlist(em, episodeId as EpisodeId, waiting),
    }));
  }

  @Delete('waitlist/:waitlistId')
  @HttpCode(204)
  @Access('waitlist.write', ['waitlistId'])
  @Id('waitlistId')
  @ApiOperation({ summary: 'Take a patient off the list' })
  @AnswersNothing('A time that was kept for her is given back')
  @Problems('conflict')
  async leave(@Grant() { actor }: Granted, @Param('waitlistId') waitlistId: string): Promise<void> {
    await this.writes.retried((em) => leaveWaitlist(em, waitlistId, actor.personId));
  }

  @Post('waitlist/:waitlistId/answer')
  @HttpCode(204)
  @Access('waitlist.answer', ['waitlistId'])
  @Keyed()
  @Id('waitlistId')
  @ApiOperation({ summary: 'Take the time that is kept, or wait on' })
  @AnswersNothing('Booked; where an interpreter is asked first, once one has accepted')
  @Problems('fields_invalid', 'hold_expired', 'key_needed')
  async answer(
    @Req() request: Request,
    @Grant() { actor }: Granted,
    @Param('waitlistId') waitlistId: string,
    @Body({ schema: answerForm }) form: AnswerForm,
  ): Promise<void> {
    await this.offers.answer(request, actor, waitlistId, form);
  }
}
