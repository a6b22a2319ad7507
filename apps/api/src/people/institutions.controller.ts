import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant, createInstitution, endMembership, updateInstitution } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { OkaeriError, institutionForm, institutionMade, peoplePage, staffRoles } from '@okaeri/contracts';
import type { InstitutionForm, InstitutionMade, PeoplePage } from '@okaeri/contracts';
import { Database, Writes } from '@okaeri/platform';
import type { Request } from 'express';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { peopleOf } from '../pages/people';
import { readerOf } from '../pages/reader';

/** Hospitals and who works there. */
@Controller('api')
export class InstitutionsController {
  constructor(
    @Inject(API_ENV) private readonly env: ApiEnv,
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Post('institutions')
  @HttpCode(200)
  @Access('institution.create')
  @Keyed()
  @ApiOperation({ summary: 'Begin a hospital; whoever names it is its first administrator' })
  @Answers(institutionMade, 'The hospital')
  @Problems('fields_invalid', 'zone_unknown', 'key_needed', 'key_reused')
  create(
    @Grant() { actor }: Granted,
    @Req() request: Request,
    @Body({ schema: institutionForm }) form: InstitutionForm,
  ): Promise<InstitutionMade> {
    return this.writes.once(request, actor, 'POST /institutions', form, async (em) => ({
      institutionId: await createInstitution(em, form, actor),
    }));
  }

  @Put('institutions/:institutionId')
  @Access('institution.update', ['institutionId'])
  @Id('institutionId')
  @ApiOperation({ summary: 'Mend what is known of a hospital' })
  @Answers(institutionMade, 'The hospital')
  @Problems('fields_invalid', 'zone_unknown')
  async update(
    @Grant() { actor }: Granted,
    @Param('institutionId') institutionId: string,
    @Body({ schema: institutionForm }) form: InstitutionForm,
  ): Promise<InstitutionMade> {
    await this.db.inTransaction((em) => updateInstitution(em, institutionId, form, actor.language));
    return { institutionId };
  }

  @Get('pages/people/:institutionId')
  @Access('institution.people', ['institutionId'])
  @Id('institutionId')
  @ApiOperation({ summary: 'Who works at a hospital, and who was asked to' })
  @Answers(peoplePage, 'People and invitations')
  async people(@Grant() { actor }: Granted, @Param('institutionId') institutionId: string): Promise<PeoplePage> {
    const em = this.db.manager;
    const mailSet = this.env.OKAERI_DEMO || this.env.SMTP_URL !== undefined;
    return peopleOf(em, await readerOf(em, actor), institutionId, mailSet);
  }

  @Delete('institutions/:institutionId/people/:personId/:role')
  @HttpCode(204)
  @Access('institution.people.end', ['institutionId'])
  @Id('institutionId')
  @Id('personId')
  @ApiOperation({ summary: 'End what somebody is at a hospital' })
  @AnswersNothing('From now on she may do nothing there in that role')
  @Problems('conflict')
  async end(
    @Param('institutionId') institutionId: string,
    @Param('personId') personId: string,
    @Param('role') given: string,
  ): Promise<void> {
    const role = staffRoles.find((each) => each === given);
    if (!role) throw new OkaeriError('not_found');
    await this.db.inTransaction((em) => endMembership(em, { institutionId, personId, role }));
  }
}
