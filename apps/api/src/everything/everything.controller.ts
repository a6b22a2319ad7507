import { pipeline } from 'node:stream/promises';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import type { PersonId } from '@okaeri/contracts';
import { Database, VAULT } from '@okaeri/platform';
import type { Vault } from '@okaeri/platform';
import type { Request, Response } from 'express';
import { Problems } from '../edge/answers';
import { Id } from '../edge/keyed';
import { readerOf } from '../pages/reader';
import { handedOut } from '../records/content';
import { archiveOf } from './archive';

/** All that is kept about a patient, for herself alone. */
@Controller('api/patients/:personId/everything')
export class EverythingController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  @Get()
  @Access('record.take', ['personId'])
  @Id('personId')
  @ApiOperation({ summary: 'Everything about her, as an archive that other systems read' })
  @ApiProduces('application/zip')
  @ApiResponse({ status: 200, description: 'A zip archive', schema: { type: 'string', format: 'binary' } })
  @Problems('record_erased', 'vault_closed')
  async take(
    @Grant() granted: Granted,
    @Param('personId') personId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    handedOut(response, { type: 'application/zip', disposition: 'attachment; filename="okaeri.zip"' });
    if (request.method === 'HEAD') return void response.end();
    const { locale, now } = await readerOf(this.db.manager, granted.actor);
    const about = { patientId: personId as PersonId, locale, now };
    const archive = await archiveOf(this.db.manager, this.vault, granted, about, () => response.destroy());
    await pipeline(archive, response).catch(() => response.destroy());
  }
}
