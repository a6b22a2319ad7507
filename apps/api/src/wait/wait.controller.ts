import { Body, Controller, HttpCode, Inject, Post, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { admitFrom, orderSeats } from '@okaeri/care';
import { sayLate } from '@okaeri/consult';
import { OkaeriError, lateForm, seatChoice, waitingOrder } from '@okaeri/contracts';
import type { LateForm, SeatChoice, SeatId, VisitId, WaitingOrder } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { AnswersNothing, Problems } from '../edge/answers';
import { Id } from '../edge/keyed';

const visitOf = ({ visitId }: Granted): VisitId => {
  if (!visitId) throw new OkaeriError('not_found');
  return visitId;
};

/** The waiting room from the other side of the door. */
@Controller('api/visits')
export class WaitController {
  constructor(@Inject(Database) private readonly db: Database) {}

  @Post(':visitId/late')
  @HttpCode(204)
  @Access('visit.wait', ['visitId'])
  @ApiOperation({ summary: 'Say that the visit begins later' })
  @Id('visitId')
  @AnswersNothing('Everybody who waits reads it')
  @Problems('visit_over', 'visit_cancelled')
  async late(@Grant() granted: Granted, @Body({ schema: lateForm }) { minutes }: LateForm): Promise<void> {
    const { personId: by, language } = granted.actor;
    await this.db.inTransaction((em) => sayLate(em, { visitId: visitOf(granted), by, language, minutes }));
  }

  @Put(':visitId/waiting')
  @HttpCode(204)
  @Access('visit.wait', ['visitId'])
  @ApiOperation({ summary: 'Put those who wait in an order' })
  @Id('visitId')
  @AnswersNothing('In that order from now on')
  @Problems('visit_over', 'visit_cancelled')
  async order(@Grant() granted: Granted, @Body({ schema: waitingOrder }) { seatIds }: WaitingOrder): Promise<void> {
    await this.db.inTransaction((em) => orderSeats(em, visitOf(granted), seatIds as SeatId[]));
  }

  @Post(':visitId/admit')
  @HttpCode(204)
  @Access('visit.admit', ['visitId'])
  @ApiOperation({ summary: 'Let somebody in who waits, from any page' })
  @Id('visitId')
  @AnswersNothing('She may come in')
  @Problems('seat_state', 'visit_over', 'visit_cancelled')
  async admit(@Grant() granted: Granted, @Body({ schema: seatChoice }) { seatId }: SeatChoice): Promise<void> {
    const { personId } = granted.actor;
    await this.db.inTransaction((em) => admitFrom(em, visitOf(granted), personId, seatId as SeatId));
  }
}
