import { Body, Controller, Get, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant, Sessions, sessionCookie, setLanguage, signOutEverywhere } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { OkaeriError, languageChoice, sessionPage } from '@okaeri/contracts';
import type { SessionPage } from '@okaeri/contracts';
import { endSubscriptions } from '@okaeri/notify';
import { Database, languageCookie } from '@okaeri/platform';
import { Open } from '@okaeri/runtime';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { SessionPages } from './session-page';

@Controller('api')
export class SessionController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SessionPages) private readonly pages: SessionPages,
    @Inject(Database) private readonly db: Database,
  ) {}

  @Get('session')
  @Open('It says who is signed in, which may be nobody.')
  @ApiOperation({ summary: 'Who is signed in' })
  @Answers(sessionPage, 'The person of this session, or `null`')
  async session(@Req() request: Request): Promise<SessionPage> {
    return this.pages.page(await this.sessions.actorOf(request.headers.cookie), request);
  }

  @Post('session/sign-out')
  @HttpCode(204)
  @Access('self.update')
  @ApiOperation({ summary: 'End this session' })
  @AnswersNothing('Signed out; the cookie is gone')
  async signOut(
    @Grant() granted: Granted,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.revoke(granted.actor.sessionId);
    const { secure } = request;
    response.setHeader('Set-Cookie', [sessionCookie('', { secure, seconds: 0 }), languageCookie(null, { secure })]);
  }

  @Post('session/renew')
  @HttpCode(200)
  @Access('self.update')
  @ApiOperation({ summary: 'Take another token in the place of this one' })
  @Answers(sessionPage, 'The session, with when to ask again')
  @Problems('session_replayed')
  async renew(
    @Grant() granted: Granted,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionPage> {
    const renewed = await this.sessions.renew(request.headers.cookie);
    if (!renewed) return this.pages.page(granted.actor, request);
    response.setHeader(
      'Set-Cookie',
      sessionCookie(renewed.token, { secure: request.secure, seconds: renewed.seconds }),
    );
    // The new token is not asked with here: that it has arrived is for the browser to show.
    return this.pages.page({ ...granted.actor, renewAt: renewed.renewAt }, request);
  }

  @Post('session/sign-out-everywhere')
  @HttpCode(204)
  @Access('self.update')
  @ApiOperation({ summary: 'End every session of this person, on all her devices' })
  @AnswersNothing('Signed out everywhere; links that were not used open nothing any more')
  async signOutEverywhere(
    @Grant() { actor }: Granted,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    // Who came in by the link of one visit holds a key to that visit, and may not lock out its owner.
    if (actor.scope) throw new OkaeriError('not_found');
    await this.db.inTransaction(async (em) => {
      await signOutEverywhere(em, actor.personId);
      await endSubscriptions(em, actor.personId);
    });
    const { secure } = request;
    response.setHeader('Set-Cookie', [sessionCookie('', { secure, seconds: 0 }), languageCookie(null, { secure })]);
  }

  @Put('me/language')
  @Access('self.update')
  @ApiOperation({ summary: 'Choose the language of all sentences' })
  @Answers(sessionPage, 'The session in the new language')
  async language(
    @Grant() granted: Granted,
    @Body({ schema: languageChoice }) choice: z.output<typeof languageChoice>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionPage> {
    const { actor } = granted;
    await setLanguage(this.db.manager, actor.personId, choice.language);
    response.setHeader('Set-Cookie', languageCookie(choice.language, { secure: request.secure }));
    return this.pages.page({ ...actor, language: choice.language }, request);
  }
}
