import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiParam, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { pipeline } from 'node:stream/promises';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { OkaeriError, importReport, recordBytesMost } from '@okaeri/contracts';
import type { ImportReport } from '@okaeri/contracts';
import { Database, SCANNER, VAULT } from '@okaeri/platform';
import type { Scanner, Vault } from '@okaeri/platform';
import {
  dispositionOf,
  exportRecord,
  importReportOf,
  originalName,
  readAttachment,
  readImport,
  takeFile,
} from '@okaeri/records';
import type { Request, Response } from 'express';
import { Answers, Problems } from '../edge/answers';
import { readerOf } from '../pages/reader';
import { handedOut } from './content';
import { readPiece } from './piece';

const fhirJson = 'application/fhir+json';
const quietMs = 15_000;

/** The record that travels: brought as a file, told what became of it, and taken along again. */
@Controller('api/patients/:personId/record')
export class RecordController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(VAULT) private readonly vault: Vault,
    @Inject(SCANNER) private readonly scanner: Scanner | null,
  ) {}

  @Post('imports')
  @HttpCode(200)
  @Access('record.add', ['personId'])
  @ApiOperation({ summary: 'Bring a record; the same file twice is one' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @ApiConsumes(fhirJson)
  @ApiBody({
    description: 'A record in FHIR, as JSON or XML, packed with gzip or not, or a document in XML, at most 16 MiB.',
    schema: { type: 'string', format: 'binary', example: '{}' },
  })
  @Answers(importReport, 'What became of it')
  @Problems('record_too_large', 'file_cut', 'file_type', 'vault_closed', 'record_erased')
  async bring(@Grant() granted: Granted, @Req() request: Request): Promise<ImportReport> {
    // Of what calls itself plain JSON the framework has read the body already, and only a small one.
    if (request.is('application/json')) throw new OkaeriError('file_type');
    const { bytes, whole } = await readPiece(request, quietMs, recordBytesMost).catch((error: unknown) => {
      if (error instanceof OkaeriError && error.code === 'too_large') throw new OkaeriError('record_too_large');
      throw error;
    });
    if (!whole) throw new OkaeriError('file_cut');
    const { db, vault, scanner } = this;
    const taken = await takeFile({ db, vault, scanner }, granted, bytes);
    return importReportOf(this.db.manager, await readerOf(this.db.manager, granted.actor), taken);
  }

  @Get('imports/:importId')
  @Access('record.read', ['personId'])
  @ApiOperation({ summary: 'What became of a file that was brought' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @ApiParam({ name: 'importId', format: 'uuid' })
  @Answers(importReport, 'Each part of it, and why')
  async report(@Grant() granted: Granted, @Param('importId') importId: string): Promise<ImportReport> {
    const found = await readImport(this.db.manager, granted, importId);
    return importReportOf(this.db.manager, await readerOf(this.db.manager, granted.actor), found);
  }

  @Get('imports/:importId/content')
  @Access('record.read', ['personId'])
  @ApiOperation({ summary: 'The bytes of a file that was brought, as they came' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @ApiParam({ name: 'importId', format: 'uuid' })
  @ApiProduces('application/octet-stream')
  @Problems('file_damaged', 'record_erased', 'vault_closed')
  @ApiResponse({ status: 200, description: 'All of it', schema: { type: 'string', format: 'binary' } })
  async original(
    @Grant() granted: Granted,
    @Param('importId') importId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const found = await readImport(this.db.manager, granted, importId);
    const { id, bytes } = found;
    const content = request.method === 'HEAD' || bytes === 0 ? null : await this.vault.openRead(id);
    // Whatever it is, a browser saves it and runs nothing in it.
    saved(response, 'application/octet-stream', originalName(found)).setHeader('Content-Length', bytes);
    if (content) await pipeline(content, response).catch(() => response.destroy());
    else response.end();
  }

  @Get('attachments/:resourceId/:at')
  @Access('record.read', ['personId'])
  @ApiOperation({ summary: 'A paper or a picture that lies in a record' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @ApiParam({ name: 'resourceId', format: 'uuid' })
  @ApiParam({ name: 'at', schema: { type: 'integer', minimum: 0, example: 0 } })
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, description: 'All of it', schema: { type: 'string', format: 'binary' } })
  async attachment(
    @Grant() granted: Granted,
    @Param('resourceId') resourceId: string,
    @Param('at') at: string,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, name, type } = await readAttachment(this.db.manager, granted, {
      resourceId,
      at: /^\d{1,4}$/.test(at) ? Number(at) : -1,
    });
    // What its bytes say it is, and of everything else nothing that a browser would open.
    saved(response, type ?? 'application/octet-stream', 'document')
      .setHeader('Content-Disposition', type ? dispositionOf(name, type) : dispositionOf(name, 'application/pdf'))
      .send(bytes);
  }

  @Get('export')
  @Access('record.read', ['personId'])
  @ApiOperation({ summary: 'All of a record as one document' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @ApiProduces(fhirJson)
  @ApiResponse({ status: 200, description: 'A FHIR Bundle', schema: { type: 'string', format: 'binary' } })
  async take(@Grant() granted: Granted, @Res() response: Response): Promise<void> {
    const { locale, now } = await readerOf(this.db.manager, granted.actor);
    const text = await exportRecord(this.db.manager, granted, { locale, now });
    if (text === null) throw new OkaeriError('not_found');
    saved(response, fhirJson, 'record.json').send(text);
  }
}

const saved = (response: Response, type: string, name: string): Response =>
  handedOut(response, { type, disposition: `attachment; filename="${name}"` });
