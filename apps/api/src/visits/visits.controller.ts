import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiParam } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { cancelVisit } from '@okaeri/care';
import { OkaeriError, cancellation } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import type { z } from 'zod';
import { AnswersNothing, Problems } from '../edge/answers';

@Controller('api/visits')
export class VisitsController {
  constructor(@Inject(Database) private readonly db: Database) {}

  @Post(':visitId/cancel')
  @HttpCode(204)
  @Access('visit.cancel', ['visitId'])
  @ApiOperation({ summary: 'Call a visit off' })
  @ApiParam({ name: 'visitId', format: 'uuid' })
  @AnswersNothing('Cancelled; whoever waits or talks is told')
  @Problems('visit_cancelled', 'visit_over')
  async cancel(
    @Grant() { actor, visitId }: Granted,
    @Body({ schema: cancellation }) { reason }: z.output<typeof cancellation>,
  ): Promise<void> {
    if (!visitId) throw new OkaeriError('not_found');
    await this.db.inTransaction((em) => cancelVisit(em, visitId, actor.personId, reason));
  }
}
