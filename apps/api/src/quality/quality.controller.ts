import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { doneCallback } from '@okaeri/consult';
import { OkaeriError, qualityPage, seatChoice } from '@okaeri/contracts';
import type { QualityPage, SeatChoice, SeatId, VisitId } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { Answers, AnswersNothing } from '../edge/answers';
import { Id } from '../edge/keyed';
import { readerOf } from '../pages/reader';
import { qualityPageOf } from './quality-page';

const visitOf = ({ visitId }: Granted): VisitId => {
  if (!visitId) throw new OkaeriError('not_found');
  return visitId;
};

/** How the links of a visit were, and who had to be rung because of them. */
@Controller('api/visits')
export class QualityController {
  constructor(@Inject(Database) private readonly db: Database) {}

  @Get(':visitId/quality')
  @Access('visit.quality', ['visitId'])
  @ApiOperation({ summary: 'How the links of a visit were' })
  @Id('visitId')
  @Answers(qualityPage, 'Seat by seat, as the pages measured it')
  async page(@Grant() granted: Granted): Promise<QualityPage> {
    const em = this.db.manager;
    return qualityPageOf(em, await readerOf(em, granted.actor), visitOf(granted));
  }

  @Post(':visitId/callback/done')
  @HttpCode(204)
  @Access('visit.admit', ['visitId'])
  @ApiOperation({ summary: 'Say that somebody was rung who waited for it' })
  @Id('visitId')
  @AnswersNothing('She does not wait to be rung any more')
  async done(@Grant() granted: Granted, @Body({ schema: seatChoice }) { seatId }: SeatChoice): Promise<void> {
    const rung = { visitId: visitOf(granted), seatId: seatId as SeatId, by: granted.actor.personId };
    await this.db.inTransaction((em) => doneCallback(em, rung));
  }
}
