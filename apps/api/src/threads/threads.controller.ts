import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiParam } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import {
  OkaeriError,
  pageQuery,
  threadMessage,
  threadPage as threadSchema,
  threadSeen,
  threadText,
} from '@okaeri/contracts';
import type { EpisodeId, PageQuery, ThreadMessage, ThreadPage } from '@okaeri/contracts';
import { markSeen, messageView, threadPage, writeMessage } from '@okaeri/followup';
import { Database, Writes, cursorOf, readTimeCursor } from '@okaeri/platform';
import { toInstant, toIso } from '@okaeri/words/time';
import type { Request } from 'express';
import type { z } from 'zod';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Keyed } from '../edge/keyed';
import { readerOf } from '../pages/reader';

/** What a patient and the people who treat her write to each other. */
@Controller('api/episodes/:episodeId/messages')
export class ThreadsController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Get()
  @Access('thread.read', ['episodeId'])
  @ApiOperation({ summary: 'Messages of a case' })
  @ApiParam({ name: 'episodeId', format: 'uuid' })
  @Answers(threadSchema, 'The newest first')
  @Problems('cursor_bad')
  async page(
    @Grant() { actor }: Granted,
    @Param('episodeId') episodeId: string,
    @Query({ schema: pageQuery }) { after, limit }: PageQuery,
  ): Promise<ThreadPage> {
    const place = readTimeCursor(after);
    const { page, next } = await threadPage(this.db.manager, await readerOf(this.db.manager, actor), {
      episodeId: episodeId as EpisodeId,
      after: place && { at: toInstant(place.value), id: place.id },
      limit,
    });
    return { ...page, next: next && cursorOf({ value: toIso(next.at), id: next.id }) };
  }

  @Post()
  @HttpCode(200)
  @Access('thread.write', ['episodeId'])
  @Keyed()
  @ApiOperation({ summary: 'Write to everybody of the thread' })
  @ApiParam({ name: 'episodeId', format: 'uuid' })
  @Answers(threadMessage, 'The message as its writer sees it')
  async post(
    @Grant() { actor }: Granted,
    @Param('episodeId') episodeId: string,
    @Req() request: Request,
    @Body({ schema: threadText }) body: z.output<typeof threadText>,
  ): Promise<ThreadMessage> {
    const route = `POST /episodes/${episodeId}/messages`;
    // What was written is not kept with the key: the answer is read anew.
    const { messageId } = await this.writes.once(request, actor, route, body, async (em) => ({
      messageId: await writeMessage(em, { episodeId: episodeId as EpisodeId, by: actor.personId, text: body.text }),
    }));
    const message = await messageView(this.db.manager, await readerOf(this.db.manager, actor), messageId);
    if (!message) throw new OkaeriError('not_found');
    return message;
  }

  @Post('seen')
  @HttpCode(204)
  @Access('thread.read', ['episodeId'])
  @ApiOperation({ summary: 'Say how far the thread was read' })
  @ApiParam({ name: 'episodeId', format: 'uuid' })
  @AnswersNothing('Remembered')
  async seen(
    @Grant() { actor }: Granted,
    @Param('episodeId') episodeId: string,
    @Body({ schema: threadSeen }) { messageId }: z.output<typeof threadSeen>,
  ): Promise<void> {
    const seen = { episodeId: episodeId as EpisodeId, personId: actor.personId, messageId };
    await this.db.inTransaction((em) => markSeen(em, seen));
  }
}
