import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { auditBundle, lookedPage as lookedSchema, pageQuery } from '@okaeri/contracts';
import type { AuditBundle, LookedPage, PageQuery, PersonId } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { Answers, Problems } from '../edge/answers';
import { Id } from '../edge/keyed';
import { readerOf } from '../pages/reader';
import { auditEvents } from './audit-events';
import { lookedPage } from './looked-page';

/** The ledger as the patient reads it whom it is about, and as other systems do. */
@Controller('api')
export class LookedController {
  constructor(@Inject(Database) private readonly db: Database) {}

  @Get('pages/looked')
  @Access('home.read')
  @ApiOperation({ summary: 'Who has looked at the record of the reader' })
  @Answers(lookedSchema, 'By day and person, the newest first; up to seven days in a piece')
  @Problems('cursor_bad')
  async looked(@Grant() { actor }: Granted, @Query({ schema: pageQuery }) query: PageQuery): Promise<LookedPage> {
    return lookedPage(this.db.manager, await readerOf(this.db.manager, actor), query);
  }

  @Get('patients/:personId/audit-events')
  @Access('ledger.read', ['personId'])
  @Id('personId')
  @Header('content-type', 'application/fhir+json')
  @ApiOperation({ summary: 'What the ledger has of a patient, as FHIR AuditEvents' })
  @Answers(auditBundle, 'The newest first; of those who look after her, what their own hospital did')
  @Problems('cursor_bad')
  async audit(
    @Grant() { actor }: Granted,
    @Param('personId') personId: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<AuditBundle> {
    return auditEvents(this.db.manager, { patientId: personId as PersonId, readerId: actor.personId }, query);
  }
}
