import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import {
  OkaeriError,
  filesPage as filesSchema,
  notePage as noteSchema,
  pageQuery,
  recordPage as recordSchema,
} from '@okaeri/contracts';
import type { EpisodeId, FilesPage, NotePage, PageQuery, RecordPage } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { Answers, Problems } from '../edge/answers';
import { casesFiles, myFiles } from '../pages/files';
import { notePage } from '../pages/note';
import { recordPage } from '../pages/record';
import { readerOf } from '../pages/reader';

/** Files and notes as pages of their own. */
@Controller('api/pages')
export class RecordsPagesController {
  constructor(@Inject(Database) private readonly db: Database) {}

  @Get('files')
  @Access('home.read')
  @ApiOperation({ summary: 'The files of a patient' })
  @Answers(filesSchema, 'The newest first')
  @Problems('cursor_bad')
  async files(@Grant() { actor }: Granted, @Query({ schema: pageQuery }) query: PageQuery): Promise<FilesPage> {
    return myFiles(this.db.manager, await readerOf(this.db.manager, actor), query);
  }

  @Get('episodes/:episodeId/files')
  @Access('episode.read', ['episodeId'])
  @ApiOperation({ summary: 'The files of a case' })
  @ApiParam({ name: 'episodeId', format: 'uuid' })
  @Answers(filesSchema, 'The newest first')
  @Problems('cursor_bad')
  async ofEpisode(
    @Grant() { actor }: Granted,
    @Param('episodeId') episodeId: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<FilesPage> {
    const reader = await readerOf(this.db.manager, actor);
    return casesFiles(this.db.manager, reader, episodeId as EpisodeId, query);
  }

  @Get('records/:personId')
  @Access('record.read', ['personId'])
  @ApiOperation({ summary: 'The record of a patient' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @Answers(recordSchema, 'By sections, in the words of the reader')
  async record(@Grant() granted: Granted): Promise<RecordPage> {
    return recordPage(this.db.manager, await readerOf(this.db.manager, granted.actor), granted);
  }

  @Get('visits/:visitId/note')
  @Access('note.read', ['visitId'])
  @ApiOperation({ summary: 'The note of a visit' })
  @ApiParam({ name: 'visitId', format: 'uuid' })
  @Answers(noteSchema, 'What this reader may see of it')
  async note(@Grant() { actor, visitId }: Granted): Promise<NotePage> {
    if (!visitId) throw new OkaeriError('not_found');
    return notePage(this.db.manager, await readerOf(this.db.manager, actor), visitId);
  }
}
