import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { postChat, readChat } from '@okaeri/consult';
import { OkaeriError, chatForm, chatMessage, chatPage, pageQuery } from '@okaeri/contracts';
import type { ChatForm, ChatMessage, ChatPage, PageQuery, VisitId } from '@okaeri/contracts';
import { Database, Writes, cursorOf, readTimeCursor } from '@okaeri/platform';
import { readFile } from '@okaeri/records';
import type { FileId } from '@okaeri/records';
import { toInstant, toIso } from '@okaeri/words/time';
import type { Request } from 'express';
import { Answers, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';
import { readerOf } from '../pages/reader';
import { messagesOf } from './messages';

const visitOf = ({ visitId }: Granted): VisitId => {
  if (!visitId) throw new OkaeriError('not_found');
  return visitId;
};

/** What is written in a visit, and to those who wait for it. */
@Controller('api/visits')
export class ChatController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Get(':visitId/chat')
  @Access('visit.chat.read', ['visitId'])
  @ApiOperation({ summary: 'What was written in a visit' })
  @Id('visitId')
  @Answers(chatPage, 'The newest first; who waits reads what is for her')
  @Problems('cursor_bad')
  async page(@Grant() granted: Granted, @Query({ schema: pageQuery }) { after, limit }: PageQuery): Promise<ChatPage> {
    const em = this.db.manager;
    const reader = await readerOf(em, granted.actor);
    const place = readTimeCursor(after);
    const rows = await readChat(em, {
      visitId: visitOf(granted),
      personId: reader.personId,
      after: place && { at: toInstant(place.value), id: place.id },
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: await messagesOf(em, reader, visitOf(granted), shown),
      next: last ? cursorOf({ value: toIso(last.at), id: last.id }) : null,
    };
  }

  @Post(':visitId/chat')
  @HttpCode(200)
  @Access('visit.chat.write', ['visitId'])
  @Keyed()
  @ApiOperation({ summary: 'Write to everybody in the room, or to those who wait' })
  @Id('visitId')
  @Answers(chatMessage, 'The message as its writer sees it')
  @Problems('chat_closed', 'seat_state')
  async post(
    @Grant() granted: Granted,
    @Req() request: Request,
    @Body({ schema: chatForm }) form: ChatForm,
  ): Promise<ChatMessage> {
    const visitId = visitOf(granted);
    const { actor } = granted;
    const em = this.db.manager;
    const reader = await readerOf(em, actor);
    const file = form.fileId ? await readFile(em, form.fileId as FileId) : null;
    if (file && (file.visitId !== visitId || file.state !== 'ready')) throw new OkaeriError('not_found');
    const recorded = file?.recorded ?? false;
    // A message is of who spoke it.
    if (file && recorded && file.byId !== actor.personId) throw new OkaeriError('not_found');
    // What was written is not kept with the key: the answer is read anew.
    const { messageId } = await this.writes.once(request, actor, `POST /visits/${visitId}/chat`, form, async (to) => ({
      messageId: await postChat(to, { ...form, visitId, by: actor.personId, language: reader.locale, recorded }),
    }));
    const rows = await readChat(em, { visitId, personId: reader.personId, one: messageId });
    const [message] = await messagesOf(em, reader, visitId, rows);
    if (!message) throw new OkaeriError('not_found');
    return message;
  }
}
