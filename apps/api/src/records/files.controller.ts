import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiParam, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Access, Grant, InTurn } from '@okaeri/access';
import type { Actor, Granted } from '@okaeri/access';
import { OkaeriError, fileForm, fileTypes, fileView } from '@okaeri/contracts';
import type { FileView } from '@okaeri/contracts';
import { Database, SCANNER, VAULT, Writes } from '@okaeri/platform';
import type { Scanner, Vault } from '@okaeri/platform';
import { expectFile, fileViewOf, keepPiece, readFile, refusalOf, removeFile, settleFile } from '@okaeri/records';
import type { FileId, StoredFile } from '@okaeri/records';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Keyed } from '../edge/keyed';
import { readerOf } from '../pages/reader';
import { sendContent } from './content';
import { keeping, offsetOf, readPiece } from './piece';

/** Files of a visit: announced, sent in pieces, read and removed. */
@Controller('api')
export class FilesController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(VAULT) private readonly vault: Vault,
    @Inject(SCANNER) private readonly scanner: Scanner | null,
  ) {}

  @Post('visits/:visitId/files')
  @HttpCode(200)
  @Access('visit.files.add', ['visitId'])
  @Keyed()
  @ApiOperation({ summary: 'Announce a file; its pieces follow' })
  @ApiParam({ name: 'visitId', format: 'uuid' })
  @Answers(fileView, 'The file, of which nothing has arrived yet')
  @Problems(
    'file_too_large',
    'file_type',
    'visit_over',
    'visit_cancelled',
    'too_many',
    'recording_type',
    'recording_too_large',
  )
  async add(
    @Grant() { actor, visitId }: Granted,
    @Req() request: Request,
    @Body({ schema: fileForm }) form: z.output<typeof fileForm>,
  ): Promise<FileView> {
    if (!visitId) throw new OkaeriError('not_found');
    const route = `POST /visits/${visitId}/files`;
    const { fileId } = await this.writes.once(request, actor, route, form, async (em) => ({
      fileId: await expectFile(em, { visitId, by: actor.personId, form }),
    }));
    return this.#view(actor, await readFile(this.db.manager, fileId));
  }

  @Put('files/:fileId/content')
  @Access('file.write', ['fileId'])
  @InTurn()
  @ApiOperation({ summary: 'Send the next piece of a file' })
  @ApiParam({ name: 'fileId', format: 'uuid' })
  @ApiHeader({ name: 'Upload-Offset', required: true, description: 'How many bytes have arrived before.', example: 0 })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ description: 'At most 1 MiB.', schema: { type: 'string', format: 'binary', example: '(bytes)' } })
  @Answers(fileView, 'The file with what has arrived of it; ready once all has')
  @Problems('file_offset', 'file_cut', 'file_scripts', 'file_type', 'file_broken', 'file_held', 'recording_type')
  @Problems('file_infected', 'vault_closed', 'record_erased', 'too_many')
  async send(@Grant() { actor }: Granted, @Param('fileId') fileId: string, @Req() request: Request): Promise<FileView> {
    const { vault, scanner } = this;
    const offset = offsetOf(request);
    const { bytes: piece, whole } = await readPiece(request);
    const kept = await keeping.take(() =>
      this.db.inTransaction((em) => keepPiece(em, vault, { fileId: fileId as FileId, offset, piece })),
    );
    if (!whole) throw new OkaeriError('file_cut');
    const settled = await settleFile((fn) => this.db.inTransaction(fn), { vault, scanner }, kept);
    const refusal = refusalOf(settled);
    if (refusal) throw refusal;
    return this.#view(actor, settled);
  }

  @Get('files/:fileId')
  @Access('file.read', ['fileId'])
  @ApiOperation({ summary: 'One file, without its bytes' })
  @ApiParam({ name: 'fileId', format: 'uuid' })
  @Answers(fileView, 'What has arrived of it, and what became of it')
  async file(@Grant() { actor }: Granted, @Param('fileId') fileId: string): Promise<FileView> {
    return this.#view(actor, await this.#shown(actor, fileId));
  }

  @Get('files/:fileId/content')
  @Access('file.read', ['fileId'])
  @ApiOperation({ summary: 'The bytes of a file; one range of them where it is asked for' })
  @ApiParam({ name: 'fileId', format: 'uuid' })
  @ApiProduces(...fileTypes)
  @ApiResponse({ status: 200, description: 'All of it', schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 206, description: 'A range of it', schema: { type: 'string', format: 'binary' } })
  @Problems('file_held', 'file_damaged', 'record_erased', 'vault_closed')
  async content(
    @Grant() { actor }: Granted,
    @Param('fileId') fileId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendContent(await this.#shown(actor, fileId), this.vault, request, response);
  }

  @Delete('files/:fileId')
  @HttpCode(204)
  @Access('file.remove', ['fileId'])
  @ApiOperation({ summary: 'Take a file out of its visit' })
  @ApiParam({ name: 'fileId', format: 'uuid' })
  @AnswersNothing('Removed; nobody can open it any more')
  @Problems('visit_over')
  async remove(@Grant() { actor }: Granted, @Param('fileId') fileId: string): Promise<void> {
    await this.db.inTransaction((em) => removeFile(em, { fileId: fileId as FileId, by: actor.personId }));
    await this.vault.remove(fileId);
  }

  /** What did not become ready is known to its sender alone. */
  async #shown(actor: Actor, fileId: string): Promise<StoredFile> {
    const file = await readFile(this.db.manager, fileId as FileId);
    if (file.state !== 'ready' && file.byId !== actor.personId) {
      throw new OkaeriError(file.state === 'held' ? 'file_held' : 'not_found');
    }
    return file;
  }

  async #view(actor: Actor, file: StoredFile): Promise<FileView> {
    return fileViewOf(this.db.manager, await readerOf(this.db.manager, actor), file);
  }
}
