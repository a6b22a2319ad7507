import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Sessions, sessionCookie } from '@okaeri/access';
import { OkaeriError, demoSignIn, lanCode, sessionPage, stagePage as stageSchema } from '@okaeri/contracts';
import type { SessionPage, StagePage, VisitId } from '@okaeri/contracts';
import { Database, languageCookie, readerLocale } from '@okaeri/platform';
import { Open } from '@okaeri/runtime';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { SessionPages } from '../session/session-page';
import { DemoDoor } from './demo-door';
import { DemoWorld } from './demo-world';
import { people } from './people';
import { personId } from './seed';
import { stagePage } from './stage';

const minute = 60_000;

/** The doors of the demo world; these routes exist nowhere else. */
@Controller('api/demo')
@UseGuards(ThrottlerGuard)
export class DemoController {
  constructor(
    @Inject(API_ENV) private readonly env: ApiEnv,
    @Inject(DemoDoor) private readonly door: DemoDoor,
    @Inject(DemoWorld) private readonly world: DemoWorld,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SessionPages) private readonly pages: SessionPages,
    @Inject(Database) private readonly db: Database,
  ) {}

  @Post('code')
  @HttpCode(204)
  @Throttle({ each: { limit: 10, ttl: minute }, all: { limit: 40, ttl: minute } })
  @Open('It takes the code that everything else of the demo world on a network asks for.')
  @ApiOperation({ summary: 'Give the code that the terminal shows' })
  @AnswersNothing('The code is right; a cookie remembers it')
  @Problems('lan_code_wrong')
  code(
    @Body({ schema: lanCode }) { code }: z.output<typeof lanCode>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): void {
    response.setHeader('Set-Cookie', this.door.giveCode(code, request));
  }

  @Post('sign-in')
  @HttpCode(200)
  @Throttle({ each: { limit: 300, ttl: minute }, all: { limit: 1000, ttl: minute } })
  @Open('It signs in as a made-up person, behind the code where one is set.')
  @ApiOperation({ summary: 'Become one of the made-up people' })
  @Answers(sessionPage, 'The session of that person')
  @Problems('lan_code_needed', 'not_found')
  async signIn(
    @Body({ schema: demoSignIn }) body: z.output<typeof demoSignIn>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionPage> {
    this.door.requireCode(request);
    // On a host of her own nobody can become somebody else: the windows of one browser must not mix.
    const persona = this.door.personaOf(request) ?? body.persona;
    if (!persona || !people.some((each) => each.persona === persona)) throw new OkaeriError('not_found');
    await this.world.withCurrent(() => Promise.resolve());
    const { cookie } = request.headers;
    const opened = await this.sessions.open({
      personId: personId(persona),
      userAgent: request.headers['user-agent'],
      replacing: cookie,
    });
    const actor = await this.sessions.actorWith(opened.token);
    const { secure } = request;
    response.setHeader('Set-Cookie', [
      sessionCookie(opened.token, { secure, seconds: opened.seconds }),
      languageCookie(actor?.language ?? null, { secure }),
    ]);
    return this.pages.page(actor, request);
  }

  @Get('stage')
  @Throttle({ each: { limit: 3000, ttl: minute }, all: { limit: 10_000, ttl: minute } })
  @Open('The first page of the demo world shows made-up people only, behind the code where one is set.')
  @ApiOperation({ summary: 'The visit that waits now and its people' })
  @Answers(stageSchema, 'The stage')
  @Problems('lan_code_needed')
  async stage(@Req() request: Request): Promise<StagePage> {
    this.door.requireCode(request);
    const actor = await this.sessions.actorOf(request.headers.cookie);
    const locale = actor?.language ?? readerLocale(request);
    const own = this.door.hasPersonaHosts(request);
    const port = /:(\d+)$/.exec(request.headers.host ?? '')?.[0] ?? '';
    return this.world.withCurrent((em, visitId) =>
      stagePage(em, visitId as VisitId, {
        locale,
        lan: this.env.OKAERI_LAN,
        hrefOf: (persona) => (own ? `${request.protocol}://${persona}.localhost${port}/` : `/?as=${persona}`),
      }),
    );
  }
}
