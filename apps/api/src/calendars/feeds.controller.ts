import { createHash } from 'node:crypto';
import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Access, Grant, Ledger } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { OkaeriError, feedMade } from '@okaeri/contracts';
import type { FeedMade } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { Open } from '@okaeri/runtime';
import { endFeed, feedOf, makeFeed } from '@okaeri/scheduling';
import type { Request, Response } from 'express';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';

const hour = 3_600_000;

/** A person's own visits, for her calendar program. */
@Controller('api')
export class FeedsController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(API_ENV) private readonly env: ApiEnv,
  ) {}

  @Post('me/feed')
  @HttpCode(200)
  @Access('feed.write')
  @ApiOperation({
    summary: 'Make an address under which a calendar program reads her visits, in place of the one before',
  })
  @Answers(feedMade, 'The address, which is shown this once')
  async make(@Grant() { actor }: Granted, @Req() request: Request): Promise<FeedMade> {
    const token = await this.db.inTransaction((em) => makeFeed(em, actor.personId));
    return { url: `${originOf(request)}/api/feeds/${token}.ics` };
  }

  @Delete('me/feed')
  @HttpCode(204)
  @Access('feed.write')
  @ApiOperation({ summary: 'End that address' })
  @AnswersNothing('Nobody reads anything under it any more')
  async end(@Grant() { actor }: Granted): Promise<void> {
    await this.db.inTransaction((em) => endFeed(em, actor.personId));
  }

  @Get('feeds/:token')
  @UseGuards(ThrottlerGuard)
  @Throttle({ each: { limit: 120, ttl: hour }, all: { limit: 20_000, ttl: hour } })
  @Open('The address itself is the key: a calendar program cannot sign in.')
  @ApiParam({ name: 'token', schema: { type: 'string', pattern: '^[\\w-]{43}\\.ics$' } })
  @ApiOperation({ summary: 'Her visits as an iCalendar file' })
  @ApiProduces('text/calendar')
  @ApiResponse({
    status: 200,
    description: 'The calendar, whole',
    schema: { type: 'string', example: 'BEGIN:VCALENDAR…' },
  })
  @Problems('feed_unknown')
  async feed(@Param('token') file: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const [, token] = /^([\w-]{43})\.ics$/.exec(file) ?? [];
    if (!token) throw new OkaeriError('feed_unknown');
    const { MAIL_FROM, MAIL_DOMAIN, PUBLIC_URL, OKAERI_DEMO } = this.env;
    const publicUrl = PUBLIC_URL ?? originOf(request);
    const house = { mailFrom: MAIL_FROM, mailDomain: MAIL_DOMAIN, publicUrl, demo: OKAERI_DEMO };
    const text = await feedOf(this.db.manager, token, house, this.ledger);
    response.setHeader('Cache-Control', 'private, max-age=300');
    // What a program has already is not handed over once more: `send` compares.
    response.setHeader('ETag', `"${createHash('sha256').update(text).digest('base64url')}"`);
    response.type('text/calendar; charset=utf-8').send(text);
  }
}

/** As she reached us herself: hosts that are not ours were refused before. */
const originOf = (request: Request) => `${request.protocol}://${request.get('host') ?? 'localhost'}`;
