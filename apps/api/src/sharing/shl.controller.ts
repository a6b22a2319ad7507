import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Ledger, nameFor, readPerson } from '@okaeri/access';
import { readRecord } from '@okaeri/chart';
import { OkaeriError, linkView, linkViewForm, manifest, manifestAsk } from '@okaeri/contracts';
import type { LinkView, LinkViewForm, Manifest, ManifestAsk } from '@okaeri/contracts';
import { Database, VAULT, readerLocale } from '@okaeri/platform';
import type { Vault } from '@okaeri/platform';
import {
  exportRecord,
  fhirJson,
  grantOf,
  linkBundle,
  linkFile,
  openLink,
  ownComposition,
  placeFiles,
  readSections,
  sealFile,
  secretsOf,
  takePlaced,
} from '@okaeri/records';
import type { HealthLinkRow, Taken } from '@okaeri/records';
import { Open } from '@okaeri/runtime';
import { momentWords, now } from '@okaeri/words/time';
import type { Request, Response } from 'express';
import { Answers, Problems } from '../edge/answers';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { baseOf } from './health-links.controller';
import { manifestFiles, placeAttachments, sendPlain, viewFiles } from './link-contents';

const minute = 60_000;
const often = { each: { limit: 60, ttl: minute }, all: { limit: 1200, ttl: minute } };
const jose = 'application/jose';

/**
 * SMART Health Links 1.0, as the programs of other houses read them, and the page `/shl` of this one. Nobody is signed in: the secret of
 * the address says who may, the passcode where there is one, and each coming is written down.
 */
@Controller('api/shl')
@UseGuards(ThrottlerGuard)
export class ShlController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(VAULT) private readonly vault: Vault,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(API_ENV) private readonly env: ApiEnv,
  ) {}

  @Post(':token')
  @HttpCode(200)
  @Throttle(often)
  @Open('The secret of the link, and its passcode, say who may read.')
  @ApiParam({ name: 'token' })
  @ApiOperation({ summary: 'The manifest of a SMART Health Link' })
  @Answers(manifest, 'What is behind it, sealed with the key of the link')
  @Problems('not_found', 'link_passcode', 'fields_invalid', 'too_many')
  async manifest(
    @Param('token') token: string,
    @Body({ schema: manifestAsk }) { recipient, passcode, embeddedLengthMax }: ManifestAsk,
    @Req() request: Request,
  ): Promise<Manifest> {
    const link = await this.#open({ token, recipient, passcode, direct: false });
    const base = baseOf(this.env, request);
    const jwe = await this.#sealed(link);
    const brought = await manifestFiles(this.db.manager, link, base);
    if (jwe === null) return { status: 'can-change', files: brought };
    if (embeddedLengthMax === undefined || jwe.length <= embeddedLengthMax) {
      return { status: 'can-change', files: [{ contentType: fhirJson, embedded: jwe }, ...brought] };
    }
    const [place] = await placeFiles(this.db.manager, link, [{ what: 'record' }]);
    const location = `${base}/api/shl/files/${place}`;
    return { status: 'can-change', files: [{ contentType: fhirJson, location }, ...brought] };
  }

  @Get('files/:token')
  @Throttle(often)
  @Open('A manifest named the place, to be used once.')
  @ApiParam({ name: 'token' })
  @ApiOperation({ summary: 'A file of a manifest, once and not for long' })
  @ApiProduces(jose)
  @ApiResponse({ status: 200, description: 'JWE', schema: { type: 'string', format: 'binary' } })
  @Problems('not_found', 'too_many')
  async file(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const taken = await takePlaced(this.db.manager, this.ledger, { token, plain: false });
    const jwe = taken && (await (taken.what === 'record' ? this.#sealed(taken.link) : this.#sealedFile(taken)));
    if (!jwe) throw new OkaeriError('not_found');
    response.type(jose).send(jwe);
  }

  @Get('files/:token/content')
  @Throttle(often)
  @Open('The page of a link named the place, for a while.')
  @ApiParam({ name: 'token' })
  @ApiOperation({ summary: 'A document or pictures behind a link, as they are' })
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, description: 'All of it', schema: { type: 'string', format: 'binary' } })
  @Problems('not_found', 'too_many', 'file_damaged', 'record_erased', 'vault_closed')
  async content(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const taken = await takePlaced(this.db.manager, this.ledger, { token, plain: true });
    if (!taken) throw new OkaeriError('not_found');
    await sendPlain({ db: this.db, vault: this.vault }, taken, { request, response });
  }

  @Get(':token')
  @Throttle(often)
  @Open('The secret of the link says who may read.')
  @ApiParam({ name: 'token' })
  @ApiQuery({ name: 'recipient', required: true, schema: { type: 'string' } })
  @ApiOperation({ summary: 'The file of a SMART Health Link that is read directly' })
  @ApiProduces(jose)
  @ApiResponse({ status: 200, description: 'JWE', schema: { type: 'string', format: 'binary' } })
  @Problems('not_found', 'bad_request', 'too_many')
  async direct(
    @Param('token') token: string,
    @Query('recipient') recipient: unknown,
    @Res() response: Response,
  ): Promise<void> {
    if (typeof recipient !== 'string' || recipient.trim() === '' || recipient.length > 200) {
      throw new OkaeriError('bad_request');
    }
    const link = await this.#open({ token, recipient, passcode: undefined, direct: true });
    const jwe = await this.#sealed(link);
    if (!jwe) throw new OkaeriError('not_found');
    response.type(jose).send(jwe);
  }

  @Post(':token/view')
  @HttpCode(200)
  @Throttle(often)
  @Open('The secret of the link, and its passcode, say who may read.')
  @ApiParam({ name: 'token' })
  @ApiOperation({ summary: 'What a link of this house opens, in words' })
  @Answers(linkView, 'By sections, in the language of the reader')
  @Problems('not_found', 'link_passcode', 'fields_invalid', 'too_many')
  async view(
    @Param('token') token: string,
    @Body({ schema: linkViewForm }) { recipient, passcode }: LinkViewForm,
    @Req() request: Request,
  ): Promise<LinkView> {
    const link = await this.#open({ token, recipient, passcode: passcode ?? undefined, direct: false });
    const em = this.db.manager;
    const patient = await readPerson(em, link.patientId);
    if (!patient) throw new OkaeriError('not_found');
    const locale = readerLocale(request);
    const own = ownComposition(link.patientId);
    const record = (await readRecord(em, grantOf(link))).filter(({ source }) => source !== own);
    const { zone } = patient;
    return {
      label: link.label,
      name: nameFor(patient, locale, 'patient'),
      untilWords: momentWords({ locale, zone, now: now(), instant: link.expiresAt }),
      sections: await placeAttachments(em, link, readSections(record, locale)),
      files: await viewFiles(em, link, { locale, zone }),
    };
  }

  /** Who has to give a passcode first is told so, and how many may still be wrong, as the standard has it. */
  async #open(knock: Parameters<typeof openLink>[2]): Promise<HealthLinkRow> {
    const opened = await openLink(this.db.manager, this.ledger, knock);
    if (!opened) throw new OkaeriError('not_found');
    if ('link' in opened) return opened.link;
    const { attemptsLeft: remainingAttempts } = opened;
    throw new OkaeriError('link_passcode', { count: remainingAttempts }, { remainingAttempts });
  }

  /** The record as it is now, as far as the link reaches. */
  async #sealed(link: HealthLinkRow): Promise<string | null> {
    const text = await exportRecord(this.db.manager, grantOf(link), { locale: 'en', now: now() });
    return text === null ? null : this.#seal(link, text);
  }

  async #sealedFile({ link, itemId }: Taken): Promise<string | null> {
    const file = await linkFile(this.db.manager, grantOf(link), itemId);
    return file && this.#seal(link, await linkBundle(this.db, this.vault, grantOf(link), file));
  }

  async #seal(link: HealthLinkRow, text: string): Promise<string> {
    const { key } = await secretsOf(this.vault, link.id);
    return sealFile(Buffer.from(key, 'base64url'), text);
  }
}
