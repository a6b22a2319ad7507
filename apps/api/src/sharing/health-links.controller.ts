import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { patientOf } from '@okaeri/chart';
import { OkaeriError, healthLinkForm, healthLinkShown, healthLinks } from '@okaeri/contracts';
import type { HealthLinkForm, HealthLinkShown, HealthLinks } from '@okaeri/contracts';
import { Database, VAULT, Writes } from '@okaeri/platform';
import type { Vault } from '@okaeri/platform';
import { endLink, linkText, makeLink, ownLink, readLinks, stateOf } from '@okaeri/records';
import type { Request } from 'express';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { readerOf } from '../pages/reader';
import { squaresOf } from './squares';

/** The SMART Health Links that a patient makes for others. */
@Controller('api/me/health-links')
export class HealthLinksController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(VAULT) private readonly vault: Vault,
    @Inject(API_ENV) private readonly env: ApiEnv,
  ) {}

  @Get()
  @Access('share.read')
  @ApiOperation({ summary: 'The own links, and who came by them' })
  @Answers(healthLinks, 'The newest first')
  async list(@Grant() granted: Granted): Promise<HealthLinks> {
    const reader = await readerOf(this.db.manager, granted.actor);
    return { items: await readLinks(this.db.manager, reader, patientOf(granted)) };
  }

  @Post()
  @HttpCode(200)
  @Access('share.write')
  @Keyed()
  @ApiOperation({ summary: 'Make a link for somebody outside of this house' })
  @Answers(healthLinkShown, 'What is handed on')
  @Problems('fields_invalid', 'link_most', 'vault_closed', 'record_erased', 'key_needed', 'key_reused')
  async make(
    @Req() request: Request,
    @Grant() granted: Granted,
    @Body({ schema: healthLinkForm }) form: HealthLinkForm,
  ): Promise<HealthLinkShown> {
    const patientId = patientOf(granted);
    const { vault } = this;
    // Of a short passcode even its hash says something.
    const told = { ...form, passcode: form.passcode !== null };
    // The link itself is not kept with the key: the answer is read anew.
    const { linkId } = await this.writes.once(request, granted.actor, 'POST /me/health-links', told, async (em) => ({
      linkId: await makeLink(em, vault, { patientId, form }),
    }));
    return this.#shown(granted, linkId, request);
  }

  @Get(':linkId')
  @Access('share.read')
  @Id('linkId')
  @ApiOperation({ summary: 'One link, to be handed on again' })
  @Answers(healthLinkShown, 'What is handed on')
  @Problems('vault_closed', 'record_erased')
  async shown(
    @Grant() granted: Granted,
    @Param('linkId') linkId: string,
    @Req() request: Request,
  ): Promise<HealthLinkShown> {
    return this.#shown(granted, linkId, request);
  }

  @Delete(':linkId')
  @HttpCode(204)
  @Access('share.write')
  @Id('linkId')
  @ApiOperation({ summary: 'End a link' })
  @AnswersNothing('It opens nothing any more')
  @Problems('vault_closed')
  async end(@Grant() granted: Granted, @Param('linkId') linkId: string): Promise<void> {
    await endLink(this.db.manager, this.vault, { patientId: patientOf(granted), linkId: idOf(linkId) });
  }

  async #shown(granted: Granted, linkId: string, request: Request): Promise<HealthLinkShown> {
    const link = await ownLink(this.db.manager, patientOf(granted), idOf(linkId));
    const { now } = await readerOf(this.db.manager, granted.actor);
    if (stateOf(link, now) !== 'open') throw new OkaeriError('not_found');
    const base = baseOf(this.env, request);
    const shlink = await linkText(this.vault, link, base);
    const address = `${base}/shl#${shlink}`;
    return { linkId: link.id, address, shlink, squares: squaresOf(address) };
  }
}

/** How the world reaches this house. */
export function baseOf({ PUBLIC_URL }: ApiEnv, request: Request): string {
  return (PUBLIC_URL ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`).replace(/\/$/, '');
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function idOf(linkId: string): string {
  if (!uuid.test(linkId)) throw new OkaeriError('not_found');
  return linkId;
}
