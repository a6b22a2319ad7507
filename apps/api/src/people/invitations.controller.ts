import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  Access,
  Grant,
  inviteAgain,
  inviteStaff,
  readMemberships,
  readPerson,
  takeRate,
  withdrawInvitation,
} from '@okaeri/access';
import type { Actor, Granted } from '@okaeri/access';
import { OkaeriError, invited, nothing, staffInvitation } from '@okaeri/contracts';
import type { Invited, StaffInvitation } from '@okaeri/contracts';
import { Database, Writes } from '@okaeri/platform';
import type { Request } from 'express';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { mayInvite } from '../pages/people';

/** Asking people to work at a hospital. */
@Controller('api/invitations')
export class InvitationsController {
  constructor(
    @Inject(API_ENV) private readonly env: ApiEnv,
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('institution.invite', ['body.institutionId'])
  @Keyed()
  @ApiOperation({ summary: 'Ask somebody to work at a hospital' })
  @Answers(invited, 'The invitation; its mail is on its way')
  @Problems('email_taken', 'conflict', 'fields_invalid', 'zone_unknown', 'key_needed', 'key_reused')
  async invite(
    @Grant() { actor }: Granted,
    @Req() request: Request,
    @Body({ schema: staffInvitation }) form: StaffInvitation,
  ): Promise<Invited> {
    await this.#requireRole(actor, form);
    await this.#count(actor);
    return this.writes.once(request, actor, 'POST /invitations', form, (em) => inviteStaff(em, form, actor));
  }

  @Post(':invitationId/again')
  @HttpCode(202)
  @Access('institution.invite', ['invitationId'])
  @Id('invitationId')
  @Keyed()
  @ApiOperation({ summary: 'Write to somebody once more' })
  @Answers(nothing, 'The mail is on its way, and the term begins anew')
  @Problems('conflict', 'invitation_withdrawn', 'key_needed', 'key_reused')
  async again(
    @Grant() { actor }: Granted,
    @Req() request: Request,
    @Param('invitationId') invitationId: string,
  ): Promise<Record<string, never>> {
    await this.#count(actor);
    return this.writes.once(request, actor, `POST /invitations/${invitationId}/again`, {}, async (em) => {
      await inviteAgain(em, invitationId);
      return {};
    });
  }

  @Delete(':invitationId')
  @HttpCode(204)
  @Access('institution.invite', ['invitationId'])
  @Id('invitationId')
  @ApiOperation({ summary: 'Take an invitation back' })
  @AnswersNothing('Its links open nothing any more')
  @Problems('conflict')
  async withdraw(@Param('invitationId') invitationId: string): Promise<void> {
    await this.db.inTransaction((em) => withdrawInvitation(em, invitationId));
  }

  /** A coordinator asks interpreters, and nobody else: what she may not, is not there for her. */
  async #requireRole({ personId }: Actor, { institutionId, role }: StaffInvitation): Promise<void> {
    const em = this.db.manager;
    const [person, all] = await Promise.all([readPerson(em, personId), readMemberships(em, personId)]);
    const roles = all.filter((each) => each.institutionId === institutionId).map((each) => each.role);
    if (!mayInvite(roles, person?.steward ?? false).includes(role)) throw new OkaeriError('not_found');
  }

  #count({ personId }: Actor): Promise<void> {
    const wide = this.env.OKAERI_RATES === 'wide';
    return takeRate(this.db.manager, { limit: 'invitationByPerson', of: personId, wide });
  }
}
