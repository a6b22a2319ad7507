import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { inboxPage, inboxRead, pageQuery } from '@okaeri/contracts';
import type { InboxPage, InboxRead, PageQuery } from '@okaeri/contracts';
import { markRead, readInbox } from '@okaeri/notify';
import { Database } from '@okaeri/platform';
import { relativeWords } from '@okaeri/words/time';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { readerOf } from '../pages/reader';

/** What a person was told, to be read here. */
@Controller('api')
export class InboxController {
  constructor(@Inject(Database) private readonly db: Database) {}

  @Get('pages/inbox')
  @Access('inbox.read')
  @ApiOperation({ summary: 'What she was told, and how much of it she has not read' })
  @Answers(inboxPage, 'Her messages, the newest first')
  @Problems('cursor_bad')
  async page(@Grant() { actor }: Granted, @Query({ schema: pageQuery }) query: PageQuery): Promise<InboxPage> {
    const em = this.db.manager;
    const reader = await readerOf(em, actor);
    const { items, next, unread } = await readInbox(em, actor.personId, { ...query, locale: reader.locale });
    return {
      items: items.map(({ at, ...item }) => ({ ...item, atWords: relativeWords({ instant: at, ...reader }) })),
      next,
      unread,
    };
  }

  @Post('me/inbox/read')
  @HttpCode(204)
  @Access('inbox.read')
  @ApiOperation({ summary: 'Say which of them she has read' })
  @AnswersNothing('They count no more')
  @Problems('fields_invalid')
  async read(@Grant() { actor }: Granted, @Body({ schema: inboxRead }) { messageIds }: InboxRead): Promise<void> {
    await this.db.inTransaction((em) => markRead(em, actor.personId, messageIds));
  }
}
