import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { foreignLinkForm, importReports } from '@okaeri/contracts';
import type { ForeignLinkForm, ImportReport, ImportReports } from '@okaeri/contracts';
import { Database, SCANNER, VAULT } from '@okaeri/platform';
import type { Scanner, Vault } from '@okaeri/platform';
import { fetchLink, importReportOf, takeFile } from '@okaeri/records';
import { Answers, Problems } from '../edge/answers';
import { Id } from '../edge/keyed';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { readerOf } from '../pages/reader';

/** A SMART Health Link of another house, read into a record here. */
@Controller('api/patients/:personId/record')
export class ForeignLinkController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(VAULT) private readonly vault: Vault,
    @Inject(SCANNER) private readonly scanner: Scanner | null,
    @Inject(API_ENV) private readonly env: ApiEnv,
  ) {}

  @Post('links')
  @HttpCode(200)
  @Access('record.add', ['personId'])
  @Id('personId')
  @ApiOperation({ summary: 'Bring a record by a SMART Health Link' })
  @Answers(importReports, 'What became of each file behind it')
  @Problems('fields_invalid', 'shl_unreadable', 'shl_over', 'shl_passcode', 'shl_elsewhere', 'shl_kind')
  @Problems('address_private', 'vault_closed', 'record_erased')
  async bring(
    @Grant() granted: Granted,
    @Body({ schema: foreignLinkForm }) { link, passcode }: ForeignLinkForm,
  ): Promise<ImportReports> {
    const files = await fetchLink(link, { passcode, mayBePrivate: this.env.OUTBOUND_PRIVATE });
    const reader = await readerOf(this.db.manager, granted.actor);
    const { db, vault, scanner } = this;
    const items: ImportReport[] = [];
    for (const bytes of files) {
      const taken = await takeFile({ db, vault, scanner }, granted, bytes);
      items.push(await importReportOf(this.db.manager, reader, taken));
    }
    return { items };
  }
}
