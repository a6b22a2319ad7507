import { Controller, Get, Inject, Param, Query, Req, UseGuards } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Sessions, readPerson } from '@okaeri/access';
import { OkaeriError, mailboxMail, mailboxPage, pageQuery } from '@okaeri/contracts';
import type { MailboxMail, MailboxPage, PageQuery } from '@okaeri/contracts';
import { Database, readerLocale } from '@okaeri/platform';
import { Open } from '@okaeri/runtime';
import { now } from '@okaeri/words/time';
import type { Request } from 'express';
import { z } from 'zod';
import { Answers, Problems } from '../edge/answers';
import { DemoDoor } from './demo-door';
import { DemoWorld } from './demo-world';
import { mailboxMailOf, mailboxPageOf } from './mailbox-reads';
import type { MailboxReader } from './mailbox-reads';

const minute = 60_000;
const reason = 'Mails of the demo world are to made-up people only, behind the code where one is set.';

/** Where the mails of the demo world are read, whoever they are to. */
@Controller('api/demo/mailbox')
@UseGuards(ThrottlerGuard)
@Throttle({ each: { limit: 600, ttl: minute }, all: { limit: 3000, ttl: minute } })
export class MailboxController {
  constructor(
    @Inject(DemoDoor) private readonly door: DemoDoor,
    @Inject(DemoWorld) private readonly world: DemoWorld,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Database) private readonly db: Database,
  ) {}

  @Get()
  @Open(reason)
  @ApiOperation({ summary: 'The newest mails' })
  @Answers(mailboxPage, 'The mails, newest first')
  @Problems('lan_code_needed', 'cursor_bad')
  async list(@Query({ schema: pageQuery }) query: PageQuery, @Req() request: Request): Promise<MailboxPage> {
    const reader = await this.#reader(request);
    return mailboxPageOf(this.db.manager, query, reader);
  }

  @Get(':mailId')
  @Open(reason)
  @ApiOperation({ summary: 'One mail, as its reader sees it' })
  @Answers(mailboxMail, 'The mail')
  @Problems('lan_code_needed', 'not_found')
  async one(@Param('mailId') mailId: string, @Req() request: Request): Promise<MailboxMail> {
    const reader = await this.#reader(request);
    if (!z.uuid().safeParse(mailId).success) throw new OkaeriError('not_found');
    const mail = await mailboxMailOf(this.db.manager, mailId, reader);
    if (!mail) throw new OkaeriError('not_found');
    return mail;
  }

  /** Opening the mailbox keeps the world's clock moving, as the stage does. */
  async #reader(request: Request): Promise<MailboxReader> {
    this.door.requireCode(request);
    await this.world.withCurrent(() => Promise.resolve());
    const actor = await this.sessions.actorOf(request.headers.cookie);
    const person = actor && (await readPerson(this.db.manager, actor.personId));
    return { locale: person?.language ?? readerLocale(request), zone: person?.zone ?? 'UTC', now: now() };
  }
}
