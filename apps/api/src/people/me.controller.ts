import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant, Sessions, saveSettings, saveWelcome } from '@okaeri/access';
import type { Actor, Granted } from '@okaeri/access';
import { OkaeriError, sessionPage, settingsForm, settingsPage, welcomeForm } from '@okaeri/contracts';
import type { SessionPage, SettingsForm, SettingsPage, WelcomeForm } from '@okaeri/contracts';
import { Database, languageCookie } from '@okaeri/platform';
import type { Request, Response } from 'express';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Id } from '../edge/keyed';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { readerOf } from '../pages/reader';
import { settingsOf } from '../pages/settings';
import { SessionPages } from '../session/session-page';
import { waysOf } from '../told/ways';
import type { Ways } from '../told/ways';

/** What a person chooses for herself. */
@Controller('api/me')
export class MeController {
  readonly #ways: Ways;

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SessionPages) private readonly pages: SessionPages,
    @Inject(API_ENV) env: ApiEnv,
  ) {
    this.#ways = waysOf(env);
  }

  @Get('settings')
  @Access('self.read')
  @ApiOperation({ summary: 'What she has chosen, and where she is signed in' })
  @Answers(settingsPage, 'Settings and sessions')
  async settings(@Grant() { actor }: Granted): Promise<SettingsPage> {
    requireOwner(actor);
    return settingsOf(this.db.manager, await readerOf(this.db.manager, actor), actor, this.#ways);
  }

  @Put('settings')
  @Access('self.update')
  @ApiOperation({ summary: 'Choose language, clock, reminders, ways, names' })
  @Answers(settingsPage, 'Settings and sessions')
  @Problems('fields_invalid', 'zone_unknown')
  async save(
    @Grant() { actor }: Granted,
    @Body({ schema: settingsForm }) form: SettingsForm,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SettingsPage> {
    requireOwner(actor);
    await this.db.inTransaction((em) => saveSettings(em, actor.personId, form));
    response.setHeader('Set-Cookie', languageCookie(form.language, { secure: request.secure }));
    return settingsOf(this.db.manager, await readerOf(this.db.manager, actor), actor, this.#ways);
  }

  @Post('welcome')
  @HttpCode(200)
  @Access('self.update')
  @ApiOperation({ summary: 'Say how one’s name is written, once' })
  @Answers(sessionPage, 'The session')
  @Problems('fields_invalid', 'zone_unknown')
  async welcome(
    @Grant() { actor }: Granted,
    @Body({ schema: welcomeForm }) form: WelcomeForm,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionPage> {
    requireOwner(actor);
    await this.db.inTransaction((em) => saveWelcome(em, actor.personId, form));
    response.setHeader('Set-Cookie', languageCookie(form.language, { secure: request.secure }));
    return this.pages.page({ ...actor, language: form.language }, request);
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  @Access('self.update')
  @Id('sessionId')
  @ApiOperation({ summary: 'Sign out on one of one’s devices' })
  @AnswersNothing('That device is signed out')
  async end(@Grant() { actor }: Granted, @Param('sessionId') sessionId: string): Promise<void> {
    requireOwner(actor);
    const ended = /^[0-9a-f-]{36}$/i.test(sessionId) && (await this.sessions.revokeOwn(actor.personId, sessionId));
    if (!ended) throw new OkaeriError('not_found');
  }
}

/** The key of one visit does not open what is chosen for all of them. */
function requireOwner({ scope }: Actor): void {
  if (scope) throw new OkaeriError('not_found');
}
