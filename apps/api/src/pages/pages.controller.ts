import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiParam } from '@nestjs/swagger';
import { Access, Grant, Ledger } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import {
  OkaeriError,
  homePage as homeSchema,
  todayPage as todaySchema,
  visitPage as visitSchema,
} from '@okaeri/contracts';
import type { HomePage, TodayPage, VisitPage } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { Answers } from '../edge/answers';
import { homePage } from './home';
import type { Listed } from './lists';
import { readerOf } from './reader';
import { todayPage } from './today';
import { visitPage } from './visit';

/** What each page of the web reads, in one answer. */
@Controller('api/pages')
export class PagesController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Ledger) private readonly ledger: Ledger,
  ) {}

  @Get('home')
  @Access('home.read')
  @ApiOperation({ summary: 'The first page of a patient' })
  @Answers(homeSchema, 'Her visits in her language and clock')
  async home(@Grant() granted: Granted): Promise<HomePage> {
    const reader = await readerOf(this.db.manager, granted.actor);
    return homePage(this.db.manager, reader);
  }

  @Get('today')
  @Access('day.read')
  @ApiOperation({ summary: 'The day of staff' })
  @Answers(todaySchema, 'The visits of the day and of the week after it')
  async today(@Grant() granted: Granted): Promise<TodayPage> {
    const reader = await readerOf(this.db.manager, granted.actor);
    const { page, listed } = await todayPage(this.db.manager, reader);
    await this.#seen(granted, listed);
    return page;
  }

  @Get('visits/:visitId')
  @Access('visit.read', ['visitId'])
  @ApiOperation({ summary: 'One visit, before, during and after it' })
  @ApiParam({ name: 'visitId', format: 'uuid' })
  @Answers(visitSchema, 'The visit as this person may see it')
  async visit(@Grant() granted: Granted): Promise<VisitPage> {
    if (!granted.visitId) throw new OkaeriError('not_found');
    const reader = await readerOf(this.db.manager, granted.actor);
    return visitPage(this.db.manager, reader, granted.visitId);
  }

  /** A day shows several patients at once: each of them can later be told who saw her name there. */
  async #seen({ actor }: Granted, listed: readonly Listed[]): Promise<void> {
    await this.ledger.write(
      ...listed.map(({ record }) => ({
        actorId: actor.personId,
        permission: 'day.read' as const,
        outcome: 'allowed' as const,
        entity: 'visit' as const,
        entityId: record.visit.id,
        patientId: record.episode.patientId,
        via: 'http' as const,
      })),
    );
  }
}
