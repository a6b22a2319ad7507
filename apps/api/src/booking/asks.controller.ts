import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { takeAsksBack } from '@okaeri/care';
import { OkaeriError, askForm, asksAnswer } from '@okaeri/contracts';
import type { AskForm, AsksAnswer } from '@okaeri/contracts';
import { Writes } from '@okaeri/platform';
import type { Request } from 'express';
import { AnswersNothing, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';
import { Asks } from './asks';

/** Interpreters who are asked for a visit, and what they answer. */
@Controller('api')
export class AsksController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Asks) private readonly asks: Asks,
  ) {}

  @Post('visits/:visitId/asks')
  @HttpCode(204)
  @Access('visit.move', ['visitId'])
  @Keyed()
  @Id('visitId')
  @ApiOperation({ summary: 'Ask interpreters, one after the other' })
  @AnswersNothing('The first who is free is asked')
  @Problems('fields_invalid', 'ask_open', 'conflict', 'not_allowed_now', 'visit_cancelled', 'visit_over', 'key_needed')
  async ask(
    @Req() request: Request,
    @Grant() { actor, visitId }: Granted,
    @Body({ schema: askForm }) form: AskForm,
  ): Promise<void> {
    if (!visitId) throw new OkaeriError('not_found');
    await this.asks.ask(request, actor, visitId, form);
  }

  @Delete('visits/:visitId/asks')
  @HttpCode(204)
  @Access('visit.move', ['visitId'])
  @Id('visitId')
  @ApiOperation({ summary: 'Take the question to interpreters back' })
  @AnswersNothing('Nobody need answer any more')
  async takeBack(@Grant() { visitId }: Granted): Promise<void> {
    if (!visitId) throw new OkaeriError('not_found');
    await this.writes.retried((em) => takeAsksBack(em, visitId));
  }

  @Post('asks/:askId/answer')
  @HttpCode(204)
  @Access('ask.answer', ['askId'])
  @Keyed()
  @Id('askId')
  @ApiOperation({ summary: 'Say whether one will interpret' })
  @AnswersNothing('Kept; once somebody accepts, the people of the visit are told')
  @Problems('fields_invalid', 'ask_over', 'key_needed')
  async answer(
    @Req() request: Request,
    @Grant() { actor }: Granted,
    @Param('askId') askId: string,
    @Body({ schema: asksAnswer }) form: AsksAnswer,
  ): Promise<void> {
    await this.asks.answer(request, actor, askId, form);
  }
}
