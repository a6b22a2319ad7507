import { Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { OkaeriError, nothing } from '@okaeri/contracts';
import { repeatMessage } from '@okaeri/notify';
import { Writes } from '@okaeri/platform';
import type { Request } from 'express';
import { z } from 'zod';
import { Answers, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';

/** What became of the mails about a visit is told with the visit; here one of them is sent again. */
@Controller('api/visits')
export class MailsController {
  constructor(@Inject(Writes) private readonly writes: Writes) {}

  @Post(':visitId/messages/:messageId/again')
  @HttpCode(202)
  @Access('visit.move', ['visitId'])
  @Keyed()
  @Id('visitId')
  @Id('messageId')
  @ApiOperation({ summary: 'Send a mail again that did not arrive' })
  @Answers(nothing, 'It is on its way')
  @Problems('key_needed', 'key_reused')
  async again(
    @Req() request: Request,
    @Grant() { actor, visitId }: Granted,
    @Param('messageId') messageId: string,
  ): Promise<object> {
    if (!visitId || !z.uuid().safeParse(messageId).success) throw new OkaeriError('not_found');
    const route = `POST /visits/${visitId}/messages/${messageId}/again`;
    return this.writes.once(request, actor, route, null, async (em) => {
      if (!(await repeatMessage(em, { messageId, entityId: visitId }))) throw new OkaeriError('not_found');
      return {};
    });
  }
}
