import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiParam, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Access, Grant, InTurn } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { OkaeriError, bringView, bringsView, uploadForm, uploadView } from '@okaeri/contracts';
import type { BringView, BringsView, UploadView } from '@okaeri/contracts';
import { Database, VAULT, Writes } from '@okaeri/platform';
import type { Vault } from '@okaeri/platform';
import {
  bringOf,
  bringsOf,
  expectUpload,
  giveUpUpload,
  keepUploadPiece,
  readUpload,
  savedAs,
  uploadViewOf,
} from '@okaeri/records';
import type { UploadId } from '@okaeri/records';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Keyed } from '../edge/keyed';
import { readerOf } from '../pages/reader';
import { sendBytes } from './content';
import { keeping, offsetOf, readPiece } from './piece';
import { UploadWork } from './upload-work';

/** Whatever is brought into a record: announced, sent in pieces, looked into, told what became of it. */
@Controller('api/patients/:personId')
export class UploadsController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(VAULT) private readonly vault: Vault,
    @Inject(UploadWork) private readonly work: UploadWork,
  ) {}

  @Post('uploads')
  @HttpCode(200)
  @Access('record.add', ['personId'])
  @Keyed()
  @ApiOperation({ summary: 'Announce a file of a record; its pieces follow' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @Answers(uploadView, 'The file, of which nothing has arrived yet')
  @Problems('upload_too_large', 'upload_full', 'too_many')
  async add(
    @Grant() granted: Granted,
    @Req() request: Request,
    @Body({ schema: uploadForm }) form: z.output<typeof uploadForm>,
  ): Promise<UploadView> {
    const route = `POST /patients/${granted.patientId}/uploads`;
    const { uploadId } = await this.writes.once(request, granted.actor, route, form, async (em) => ({
      uploadId: await expectUpload(em, granted, form),
    }));
    if (form.bytes === 0) await this.work.look(uploadId);
    return this.#view(granted, uploadId);
  }

  @Put('uploads/:uploadId/content')
  @Access('record.add', ['personId'])
  @InTurn()
  @ApiOperation({ summary: 'Send the next piece of a file of a record' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @ApiParam({ name: 'uploadId', format: 'uuid' })
  @ApiHeader({ name: 'Upload-Offset', required: true, description: 'How many bytes have arrived before.', example: 0 })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ description: 'At most 1 MiB.', schema: { type: 'string', format: 'binary', example: '(bytes)' } })
  @Answers(uploadView, 'The file with what has arrived of it; once all has, it is looked into')
  @Problems('file_offset', 'file_cut', 'vault_closed', 'record_erased', 'too_many')
  async send(
    @Grant() granted: Granted,
    @Param('uploadId') uploadId: string,
    @Req() request: Request,
  ): Promise<UploadView> {
    const { state, received, byId } = await readUpload(this.db.manager, granted, uploadId);
    const offset = offsetOf(request);
    // Many that broke off begin anew at once: who is told of that at once takes no room and no lock.
    if (state === 'receiving' && offset !== received && byId === granted.actor.personId)
      throw new OkaeriError('file_offset', {}, { offset: received });
    const { bytes: piece, whole } = await readPiece(request);
    const kept = await keeping.take(() =>
      this.db.inTransaction((em) => keepUploadPiece(em, this.vault, granted, { uploadId, offset, piece })),
    );
    if (!whole) throw new OkaeriError('file_cut');
    if (kept.state === 'working') await this.work.look(kept.id);
    return this.#view(granted, uploadId);
  }

  @Get('uploads/:uploadId')
  @Access('record.read', ['personId'])
  @ApiOperation({ summary: 'One file of a record, without its bytes' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @ApiParam({ name: 'uploadId', format: 'uuid' })
  @Answers(uploadView, 'What has arrived of it, and what became of it')
  async upload(@Grant() granted: Granted, @Param('uploadId') uploadId: string): Promise<UploadView> {
    return this.#view(granted, uploadId);
  }

  @Delete('uploads/:uploadId')
  @HttpCode(204)
  @Access('record.add', ['personId'])
  @ApiOperation({ summary: 'Give up a file that is still coming' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @ApiParam({ name: 'uploadId', format: 'uuid' })
  @AnswersNothing('Nothing of it is left')
  @Problems('conflict')
  async giveUp(@Grant() granted: Granted, @Param('uploadId') uploadId: string): Promise<void> {
    await this.db.inTransaction((em) => giveUpUpload(em, granted, uploadId));
    await this.vault.remove(uploadId);
  }

  @Get('uploads/:uploadId/content')
  @Access('record.read', ['personId'])
  @ApiOperation({ summary: 'The bytes of a file of a record as they came; one range of them where it is asked for' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @ApiParam({ name: 'uploadId', format: 'uuid' })
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, description: 'All of it', schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 206, description: 'A range of it', schema: { type: 'string', format: 'binary' } })
  @Problems('file_damaged', 'record_erased', 'vault_closed')
  async content(
    @Grant() granted: Granted,
    @Param('uploadId') uploadId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { id, bytes, name, state, stays } = await readUpload(this.db.manager, granted, uploadId);
    if (state !== 'done' || !stays) throw new OkaeriError('not_found');
    const open = (range: { start: number; end: number }) => this.vault.openRead(id, range);
    // Whatever it is, a browser saves it and runs nothing in it.
    const content = { bytes, type: 'application/octet-stream', disposition: savedAs(name), open };
    await sendBytes(content, request, response);
  }

  @Get('brings')
  @Access('record.read', ['personId'])
  @ApiOperation({ summary: 'What was brought into a record' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @Answers(bringsView, 'The newest first')
  async brings(@Grant() granted: Granted): Promise<BringsView> {
    const { manager } = this.db;
    return { brings: await bringsOf(manager, await readerOf(manager, granted.actor), granted) };
  }

  @Get('brings/:batchId')
  @Access('record.read', ['personId'])
  @ApiOperation({ summary: 'What became of files that came together' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @ApiParam({ name: 'batchId', format: 'uuid' })
  @Answers(bringView, 'One report of all of them')
  async bring(@Grant() granted: Granted, @Param('batchId') batchId: string): Promise<BringView> {
    const { manager } = this.db;
    return bringOf(manager, await readerOf(manager, granted.actor), granted, batchId);
  }

  async #view(granted: Granted, uploadId: string | UploadId): Promise<UploadView> {
    const { manager } = this.db;
    const { locale } = await readerOf(manager, granted.actor);
    return uploadViewOf(await readUpload(manager, granted, uploadId), locale);
  }
}
