import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant, Ledger } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import {
  OkaeriError,
  boardPage as boardSchema,
  boardQuery,
  bookingPage as bookingSchema,
  bookingQuery,
  casePage as caseSchema,
  homePage as homeSchema,
  jobsPage as jobsSchema,
  myVisitsPage as myVisitsSchema,
  pageQuery,
  todayPage as todaySchema,
  unsignedPage as unsignedSchema,
  visitPage as visitSchema,
} from '@okaeri/contracts';
import type {
  BoardPage,
  BoardQuery,
  BookingPage,
  BookingQuery,
  CasePage,
  HomePage,
  JobsPage,
  MyVisitsPage,
  PageQuery,
  PersonId,
  TodayPage,
  UnsignedPage,
  VisitId,
  VisitPage,
} from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { Answers, Problems } from '../edge/answers';
import { Id } from '../edge/keyed';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { boardPage } from './board';
import { bookingPage } from './booking';
import { casePage } from './case';
import { homePage } from './home';
import type { Listed } from './lists';
import { jobsPage, myVisitsPage } from './own-visits';
import { readerOf } from './reader';
import { todayPage } from './today';
import { unsignedPage } from './unsigned';
import { visitPage } from './visit';

const patientIn = ({ record: { visit, episode } }: Listed) => ({ visitId: visit.id, patientId: episode.patientId });

/** What each page of the web reads, in one answer. */
@Controller('api/pages')
export class PagesController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(API_ENV) private readonly env: ApiEnv,
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
    await this.#seen(granted, listed.map(patientIn));
    return page;
  }

  @Get('unsigned-notes')
  @Access('day.read')
  @ApiOperation({ summary: 'The notes that a physician has still to write or to sign' })
  @Answers(unsignedSchema, 'The oldest visit first')
  @Problems('cursor_bad')
  async unsigned(@Grant() granted: Granted, @Query({ schema: pageQuery }) query: PageQuery): Promise<UnsignedPage> {
    const reader = await readerOf(this.db.manager, granted.actor);
    const { page, listed } = await unsignedPage(this.db.manager, reader, query);
    await this.#seen(granted, listed.map(patientIn));
    return page;
  }

  @Get('visits/:visitId')
  @Access('visit.read', ['visitId'])
  @ApiOperation({ summary: 'One visit, before, during and after it' })
  @Id('visitId')
  @Answers(visitSchema, 'The visit as this person may see it')
  async visit(@Grant() granted: Granted): Promise<VisitPage> {
    if (!granted.visitId) throw new OkaeriError('not_found');
    const reader = await readerOf(this.db.manager, granted.actor);
    return visitPage(this.db.manager, reader, granted.visitId);
  }

  @Get('board')
  @Access('board.read')
  @ApiOperation({ summary: 'Patients of an institution by what keeps their care from going on' })
  @Answers(boardSchema, 'A piece of the board; the most urgent first')
  @Problems('cursor_bad')
  async board(@Grant() granted: Granted, @Query({ schema: boardQuery }) query: BoardQuery): Promise<BoardPage> {
    const reader = await readerOf(this.db.manager, granted.actor);
    const { page, rows } = await boardPage(this.db.manager, reader, query);
    await this.ledger.write(
      ...rows.map(({ episodeId, patientId }) => ({
        actorId: granted.actor.personId,
        permission: 'board.read' as const,
        outcome: 'allowed' as const,
        entity: 'episode' as const,
        entityId: episodeId,
        patientId,
        via: 'http' as const,
      })),
    );
    return page;
  }

  @Get('cases/:episodeId')
  @Access('episode.read', ['episodeId'])
  @Id('episodeId')
  @ApiOperation({ summary: 'Everything about one treatment' })
  @Answers(caseSchema, 'The case as this person may see it')
  async case(@Grant() granted: Granted, @Param('episodeId') episodeId: string): Promise<CasePage> {
    const reader = await readerOf(this.db.manager, granted.actor);
    const mailSet = this.env.OKAERI_DEMO || this.env.SMTP_URL !== undefined;
    return casePage(this.db.manager, reader, episodeId, mailSet);
  }

  @Get('booking/:episodeId')
  @Access('episode.book', ['episodeId'])
  @Id('episodeId')
  @ApiOperation({ summary: 'What is needed to book or move a visit' })
  @Answers(bookingSchema, 'People, zones and a time to begin with')
  async booking(
    @Grant() granted: Granted,
    @Param('episodeId') episodeId: string,
    @Query({ schema: bookingQuery }) { move }: BookingQuery,
  ): Promise<BookingPage> {
    const reader = await readerOf(this.db.manager, granted.actor);
    return bookingPage(this.db.manager, reader, episodeId, move);
  }

  @Get('jobs')
  @Access('day.read')
  @ApiOperation({ summary: 'The visits that an interpreter is asked for' })
  @Answers(jobsSchema, 'From now on, by time')
  @Problems('cursor_bad')
  async jobs(@Grant() granted: Granted, @Query({ schema: pageQuery }) query: PageQuery): Promise<JobsPage> {
    const reader = await readerOf(this.db.manager, granted.actor);
    const { page, listed, offers } = await jobsPage(this.db.manager, reader, query);
    await this.#seen(granted, [...listed.map(patientIn), ...offers]);
    return page;
  }

  @Get('my-visits')
  @Access('home.read')
  @ApiOperation({ summary: 'All visits of a patient' })
  @Answers(myVisitsSchema, 'The newest first')
  @Problems('cursor_bad')
  async myVisits(@Grant() granted: Granted, @Query({ schema: pageQuery }) query: PageQuery): Promise<MyVisitsPage> {
    const reader = await readerOf(this.db.manager, granted.actor);
    return myVisitsPage(this.db.manager, reader, query);
  }

  /** A day shows several patients at once: each of them can later be told who saw her name there. */
  async #seen({ actor }: Granted, seen: readonly { visitId: VisitId; patientId: PersonId }[]): Promise<void> {
    await this.ledger.write(
      ...seen.map(({ visitId, patientId }) => ({
        actorId: actor.personId,
        permission: 'day.read' as const,
        outcome: 'allowed' as const,
        entity: 'visit' as const,
        entityId: visitId,
        patientId,
        via: 'http' as const,
      })),
    );
  }
}
