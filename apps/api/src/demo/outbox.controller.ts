import { Controller, Get, Inject, Query, Req, UseGuards } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { outboxPage, pageQuery } from '@okaeri/contracts';
import type { OutboxPage, PageQuery } from '@okaeri/contracts';
import { SmsOutbox } from '@okaeri/notify';
import { Database, pieceOf, readTimeCursor, readerLocale } from '@okaeri/platform';
import { Open } from '@okaeri/runtime';
import { now, relativeWords, toIso } from '@okaeri/words/time';
import type { Request } from 'express';
import { Answers, Problems } from '../edge/answers';
import { DemoDoor } from './demo-door';
import { DemoWorld } from './demo-world';

const minute = 60_000;

/** Where the short messages of the demo world are read, whoever they are to. */
@Controller('api/demo/outbox')
@UseGuards(ThrottlerGuard)
@Throttle({ each: { limit: 600, ttl: minute }, all: { limit: 3000, ttl: minute } })
export class OutboxController {
  constructor(
    @Inject(DemoDoor) private readonly door: DemoDoor,
    @Inject(DemoWorld) private readonly world: DemoWorld,
    @Inject(Database) private readonly db: Database,
  ) {}

  @Get()
  @Open('Short messages of the demo world are to made-up people only, behind the code where one is set.')
  @ApiOperation({ summary: 'The newest short messages' })
  @Answers(outboxPage, 'The short messages, newest first')
  @Problems('lan_code_needed', 'cursor_bad')
  async list(@Query({ schema: pageQuery }) { after, limit }: PageQuery, @Req() request: Request): Promise<OutboxPage> {
    this.door.requireCode(request);
    await this.world.withCurrent(() => Promise.resolve());
    const from = readTimeCursor(after);
    const query = this.db.manager
      .createQueryBuilder(SmsOutbox, 'sms')
      .orderBy('sms.at', 'DESC')
      .addOrderBy('sms.id', 'DESC');
    if (from) query.where(`(sms.at, sms.id) < (:at, :id)`, { at: from.value, id: from.id });
    const piece = pieceOf(await query.limit(limit + 1).getMany(), limit, ({ at, id }) => ({ value: toIso(at), id }));
    const reader = { locale: readerLocale(request), zone: 'UTC', now: now() };
    return {
      items: piece.rows.map(({ id, at, recipient, text, language }) => ({
        ...{ messageId: id, to: recipient, text, language },
        links: [...new Set(text.match(/https?:\/\/\S+/g) ?? [])],
        atWords: relativeWords({ instant: at, ...reader }),
      })),
      next: piece.next,
    };
  }
}
