import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { clockChoice, clocksDecided, clocksPage, pageQuery } from '@okaeri/contracts';
import type { ClockChoice, ClocksDecided, ClocksPage, PageQuery } from '@okaeri/contracts';
import { Answers, Problems } from '../edge/answers';
import { Clocks } from './clocks';

/** Visits whose promise a change of clocks would break, and what is kept of it. */
@Controller('api')
export class ClocksController {
  constructor(@Inject(Clocks) private readonly clocks: Clocks) {}

  @Get('pages/clocks')
  @Access('clocks.read')
  @ApiOperation({ summary: 'Visits whose time on somebody’s clock is not the promised one any more' })
  @Answers(clocksPage, 'A piece of the list, the next visit first')
  @Problems('cursor_bad')
  page(@Grant() { actor }: Granted, @Query({ schema: pageQuery }) query: PageQuery): Promise<ClocksPage> {
    return this.clocks.page(actor, query);
  }

  @Post('clocks/decide')
  @HttpCode(200)
  @Access('clocks.decide')
  @ApiOperation({ summary: 'Keep the time on the patient’s clock, or the moment' })
  @Answers(
    clocksDecided,
    'Everybody in the visits that were decided is told once; deciding the same again changes nothing',
  )
  @Problems('fields_invalid')
  decide(@Grant() { actor }: Granted, @Body({ schema: clockChoice }) choice: ClockChoice): Promise<ClocksDecided> {
    return this.clocks.decide(actor, choice);
  }
}
