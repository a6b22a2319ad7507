import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import {
  deidentifiedView as previewSchema,
  imagingPage as pageSchema,
  imagingSeries as seriesSchema,
} from '@okaeri/contracts';
import type { DeidentifiedView, ImagingPage, ImagingSeries } from '@okaeri/contracts';
import { Database, VAULT } from '@okaeri/platform';
import type { Vault } from '@okaeri/platform';
import { handedOn, previewOf, readInstance, readThumbnail, savedAs } from '@okaeri/records';
import type { Request, Response } from 'express';
import { Answers, Problems } from '../edge/answers';
import { imagingPage, seriesPage } from '../pages/imaging';
import { readerOf } from '../pages/reader';
import { sendBytes } from './content';

const dicom = 'application/dicom';

/** The pictures of a patient, by study, series and instance. */
@Controller('api/patients/:personId/imaging')
export class ImagingController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  @Get()
  @Access('record.read', ['personId'], 'images')
  @ApiOperation({ summary: 'The pictures of a patient' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @Answers(pageSchema, 'By study and series, the newest study first')
  async studies(@Grant() granted: Granted): Promise<ImagingPage> {
    return imagingPage(this.db.manager, await readerOf(this.db.manager, granted.actor), granted);
  }

  @Get('series/:seriesId')
  @Access('record.read', ['personId'], 'images')
  @ApiOperation({ summary: 'A series of pictures' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @ApiParam({ name: 'seriesId', format: 'uuid' })
  @Answers(seriesSchema, 'Each picture with what a viewer needs, in the order of scrolling')
  async series(@Grant() granted: Granted, @Param('seriesId') seriesId: string): Promise<ImagingSeries> {
    return seriesPage(this.db.manager, await readerOf(this.db.manager, granted.actor), granted, seriesId);
  }

  @Get('series/:seriesId/thumbnail')
  @Access('record.read', ['personId'], 'images')
  @ApiOperation({ summary: 'A small picture of a series' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @ApiParam({ name: 'seriesId', format: 'uuid' })
  @ApiProduces('image/png')
  @ApiResponse({ status: 200, description: 'Of the one in its middle', schema: { type: 'string', format: 'binary' } })
  @Problems('file_damaged', 'record_erased', 'vault_closed')
  async thumbnail(
    @Grant() granted: Granted,
    @Param('seriesId') seriesId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const png = await readThumbnail(this.db, this.vault, granted, seriesId);
    const open = ({ start, end }: { start: number; end: number }) =>
      Promise.resolve(Readable.from([png.subarray(start, end + 1)], { objectMode: false }));
    const content = { bytes: png.length, type: 'image/png', disposition: 'inline; filename="series.png"', open };
    await sendBytes(content, request, response);
  }

  @Get('instances/:instanceId/content')
  @Access('record.read', ['personId'], 'images')
  @ApiOperation({ summary: 'The bytes of a picture as they came; one range of them where it is asked for' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @ApiParam({ name: 'instanceId', format: 'uuid' })
  @ApiProduces(dicom)
  @ApiResponse({ status: 200, description: 'All of it', schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 206, description: 'A range of it', schema: { type: 'string', format: 'binary' } })
  @Problems('file_damaged', 'record_erased', 'vault_closed')
  async content(
    @Grant() granted: Granted,
    @Param('instanceId') instanceId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { blobId, bytes } = await readInstance(this.db.manager, granted, instanceId);
    const open = (range: { start: number; end: number }) => this.vault.openRead(blobId, range);
    await sendBytes({ bytes, type: dicom, disposition: savedAs(`${instanceId}.dcm`), open }, request, response);
  }

  @Get('instances/:instanceId/deidentified')
  @Access('record.read', ['personId'], 'images')
  @ApiOperation({ summary: 'What of a picture tells whose it is, and what would become of it' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @ApiParam({ name: 'instanceId', format: 'uuid' })
  @Answers(previewSchema, 'By element, in the order of the file')
  @Problems('file_broken', 'file_damaged', 'record_erased', 'vault_closed')
  async preview(@Grant() granted: Granted, @Param('instanceId') instanceId: string): Promise<DeidentifiedView> {
    const instance = await readInstance(this.db.manager, granted, instanceId);
    const href = `/api/patients/${granted.patientId}/imaging/instances/${instance.id}/deidentified/content`;
    return { ...(await previewOf(this.vault, granted, instance)), href };
  }

  @Get('instances/:instanceId/deidentified/content')
  @Access('record.read', ['personId'], 'images')
  @ApiOperation({ summary: 'A picture without what tells whose it is' })
  @ApiParam({ name: 'personId', format: 'uuid' })
  @ApiParam({ name: 'instanceId', format: 'uuid' })
  @ApiProduces(dicom)
  @ApiResponse({ status: 200, description: 'All of it', schema: { type: 'string', format: 'binary' } })
  @Problems('file_broken', 'file_damaged', 'record_erased', 'vault_closed')
  async handOn(
    @Grant() granted: Granted,
    @Param('instanceId') instanceId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const instance = await readInstance(this.db.manager, granted, instanceId);
    const { bytes, open: opened } = await handedOn(this.vault, granted, instance);
    // Made anew each time, and so sent as a whole.
    delete request.headers.range;
    const open = () => Promise.resolve(Readable.from(opened(), { objectMode: false }));
    await sendBytes({ bytes, type: dicom, disposition: savedAs('picture.dcm'), open }, request, response);
  }
}
