import { Body, Controller, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { LinkDoor, Sessions, deviceCookie, sessionCookie } from '@okaeri/access';
import type { Caller, LetIn } from '@okaeri/access';
import { codeAsk, codeConfirm, linkAsk, linkLook, linkRedeem, linkRedeemed, nothing } from '@okaeri/contracts';
import type { CodeAsk, CodeConfirm, LinkAsk, LinkLook, LinkRedeem, LinkRedeemed } from '@okaeri/contracts';
import { languageCookie, readerLocale } from '@okaeri/platform';
import { Open } from '@okaeri/runtime';
import type { Request, Response } from 'express';
import { Answers, Problems } from '../edge/answers';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { SessionPages } from '../session/session-page';
import { LinkPages } from './link-pages';

const minute = 60_000;
const often = { each: { limit: 30, ttl: minute }, all: { limit: 600, ttl: minute } };

/**
 * What the page `/link` asks. A mail scanner that opens the page, or even runs it, changes nothing: a link is used by the
 * button alone.
 */
@Controller('api/links')
@UseGuards(ThrottlerGuard)
export class LinksController {
  constructor(
    @Inject(API_ENV) private readonly env: ApiEnv,
    @Inject(LinkDoor) private readonly door: LinkDoor,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(LinkPages) private readonly links: LinkPages,
    @Inject(SessionPages) private readonly pages: SessionPages,
  ) {}

  @Post('look')
  @HttpCode(200)
  @Throttle(often)
  @Open('Who holds a link may know what it is; nothing is used by it.')
  @ApiOperation({ summary: 'What a link is, without using it' })
  @Answers(linkLook, 'What the link opens, and whether it still does')
  @Problems('link_unknown')
  async look(@Body({ schema: linkAsk }) { token }: LinkAsk, @Req() request: Request): Promise<LinkLook> {
    const seen = await this.door.look(token, await this.#caller(request));
    return this.links.look(seen, readerLocale(request));
  }

  @Post('redeem')
  @HttpCode(200)
  @Throttle(often)
  @Open('The link itself says who comes.')
  @ApiOperation({ summary: 'Come in by a link' })
  @Answers(linkRedeemed, 'Signed in, and where to go')
  @Problems(
    'link_unknown',
    'link_used',
    'link_expired',
    'link_ended',
    'link_confirm',
    'invitation_withdrawn',
    'visit_cancelled',
  )
  async redeem(
    @Body({ schema: linkRedeem }) { token, language }: LinkRedeem,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<LinkRedeemed> {
    const letIn = await this.door.redeem(token, await this.#caller(request));
    if (language) await this.links.keepLanguage(letIn, language);
    return this.#answer(letIn, request, response);
  }

  @Post('code')
  @HttpCode(202)
  @Throttle({ each: { limit: 10, ttl: minute }, all: { limit: 300, ttl: minute } })
  @Open('The code goes to the address of whose link it is, whoever asks.')
  @ApiOperation({ summary: 'Have a code sent, to come in by a visit link on another device' })
  @Answers(nothing, 'The code is on its way')
  @Problems('link_unknown', 'link_ended', 'visit_cancelled')
  async code(
    @Body({ schema: codeAsk }) { token }: CodeAsk,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Record<string, never>> {
    const { device } = await this.door.askCode(token, await this.#caller(request));
    if (device) response.setHeader('Set-Cookie', deviceCookie(device, { secure: request.secure }));
    return {};
  }

  @Post('confirm')
  @HttpCode(200)
  @Throttle({ each: { limit: 20, ttl: minute }, all: { limit: 300, ttl: minute } })
  @Open('The link and the code of the mail say who comes.')
  @ApiOperation({ summary: 'Come in by a visit link and the code of a mail' })
  @Answers(linkRedeemed, 'Signed in, and where to go')
  @Problems('link_unknown', 'link_ended', 'code_wrong', 'code_expired', 'visit_cancelled')
  async confirm(
    @Body({ schema: codeConfirm }) { token, code }: CodeConfirm,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<LinkRedeemed> {
    return this.#answer(await this.door.confirm(token, code, await this.#caller(request)), request, response);
  }

  async #caller(request: Request): Promise<Caller> {
    const { cookie } = request.headers;
    return {
      actor: await this.sessions.actorOf(cookie),
      cookies: cookie,
      userAgent: request.headers['user-agent'],
      address: request.ip,
      wide: this.env.OKAERI_RATES === 'wide',
    };
  }

  async #answer(letIn: LetIn, request: Request, response: Response): Promise<LinkRedeemed> {
    const { secure } = request;
    const { session, device } = letIn;
    const actor = session
      ? await this.sessions.actorWith(session.token)
      : await this.sessions.actorOf(request.headers.cookie);
    const cookies = device ? [deviceCookie(device, { secure })] : [];
    if (session) {
      cookies.push(
        sessionCookie(session.token, { secure, seconds: session.seconds }),
        languageCookie(actor?.language ?? null, { secure }),
      );
    }
    if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
    const page = await this.pages.page(actor, request);
    return { session: page, goTo: this.links.goTo(letIn.link, page) };
  }
}
