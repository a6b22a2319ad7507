import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Req, UseGuards } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ThrottlerGuard } from '@nestjs/throttler';
import { Access, Grant } from '@okaeri/access';
import type { Actor, Granted } from '@okaeri/access';
import { OkaeriError, calendarLinkForm, calendarLinked, calendarWrites, calendarsPage } from '@okaeri/contracts';
import type { CalendarLinkForm, CalendarLinked, CalendarWrites, CalendarsPage } from '@okaeri/contracts';
import { Database, Writes, houseOf } from '@okaeri/platform';
import {
  addLink,
  fetchCalendar,
  locateAccount,
  openLink,
  readCalendars,
  readLinks,
  removeLink,
  setWrites,
  sourceOf,
  tried,
} from '@okaeri/scheduling';
import type { CalendarLink, CalendarRead, CalendarSource, CalendarsOptions, LocateOptions } from '@okaeri/scheduling';
import type { Request } from 'express';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { readerOf } from '../pages/reader';
import { calendarsOf } from './page';

/** Calendars that people keep elsewhere. */
@Controller('api')
export class CalendarsController {
  readonly #options: (CalendarsOptions & LocateOptions) | null;

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(API_ENV) { HOUSE_SECRET, MAIL_DOMAIN, OUTBOUND_PRIVATE, OUTBOUND_DNS }: ApiEnv,
  ) {
    const how = { mailDomain: MAIL_DOMAIN, mayBePrivate: OUTBOUND_PRIVATE, nameServers: OUTBOUND_DNS };
    this.#options = HOUSE_SECRET ? { house: houseOf(HOUSE_SECRET), ...how } : null;
  }

  @Get('pages/calendars')
  @Access('calendar.write')
  @ApiOperation({ summary: 'Her calendars elsewhere, and how reading them goes' })
  @Answers(calendarsPage, 'Her calendars elsewhere')
  async page(@Grant() { actor }: Granted): Promise<CalendarsPage> {
    const reader = await readerOf(this.db.manager, actor);
    return calendarsOf(this.db.manager, actor.personId, this.#options !== null, reader);
  }

  // Each makes us ask a server that she names.
  @Post('me/calendars')
  @UseGuards(ThrottlerGuard)
  @HttpCode(200)
  @Access('calendar.write')
  @Keyed()
  @ApiOperation({ summary: 'Add a calendar elsewhere; it is read at once' })
  @Answers(calendarLinked, 'From now on nobody looks for a visit while she is busy there')
  @Problems(
    ...(['fields_invalid', 'key_needed', 'key_reused', 'unavailable', 'calendar_most'] as const),
    ...(['address_private', 'calendar_refused', 'calendar_unreachable', 'calendar_none', 'calendar_large'] as const),
    ...(['calendar_readonly', 'calendar_elsewhere'] as const),
  )
  async add(
    @Req() request: Request,
    @Grant() { actor }: Granted,
    @Body({ schema: calendarLinkForm }) form: CalendarLinkForm,
  ): Promise<CalendarLinked> {
    const options = this.#options;
    if (!options) throw new OkaeriError('unavailable');
    const { writes } = form;
    const source = sourceOf(await locateAccount(form, options));
    // A name and a password travel with each request.
    if (source.kind === 'caldav' && !options.mayBePrivate && !source.url.startsWith('https:')) {
      throw new OkaeriError('fields_invalid', {}, { fields: [{ path: 'url', code: 'wrong' }] });
    }
    // Before anything is written: a transaction does not wait for somebody else's server.
    const read = await this.#read(actor, options, source, writes);
    return this.writes.once(request, actor, 'POST /me/calendars', form, async (em) => ({
      linkId: await addLink(em, options.house, { personId: actor.personId, source, read, writes }),
    }));
  }

  @Post('me/calendars/:linkId/read')
  @UseGuards(ThrottlerGuard)
  @HttpCode(200)
  @Access('calendar.write')
  @Id('linkId')
  @ApiOperation({ summary: 'Read one of them now' })
  @Answers(calendarsPage, 'Her calendars elsewhere, as they are after that')
  @Problems('unavailable')
  async read(@Grant() { actor }: Granted, @Param('linkId') linkId: string): Promise<CalendarsPage> {
    if (!this.#options) throw new OkaeriError('unavailable');
    await this.#own(actor, linkId);
    await readCalendars(this.db, this.#options, { linkId });
    return calendarsOf(this.db.manager, actor.personId, true, await readerOf(this.db.manager, actor));
  }

  // Before it is written into, its server is asked whether that may be.
  @Put('me/calendars/:linkId/writes')
  @UseGuards(ThrottlerGuard)
  @Access('calendar.write')
  @Id('linkId')
  @ApiOperation({ summary: 'Say whether her visits are written into it' })
  @Answers(calendarsPage, 'Her calendars elsewhere; what is to be written or taken out of it follows')
  @Problems(
    ...(['fields_invalid', 'unavailable', 'address_private', 'calendar_refused', 'calendar_unreachable'] as const),
    ...(['calendar_none', 'calendar_large', 'calendar_readonly'] as const),
  )
  async setWrites(
    @Grant() { actor }: Granted,
    @Param('linkId') linkId: string,
    @Body({ schema: calendarWrites }) { writes }: CalendarWrites,
  ): Promise<CalendarsPage> {
    const options = this.#options;
    if (!options) throw new OkaeriError('unavailable');
    const link = await this.#own(actor, linkId);
    if (writes) {
      if (link.kind !== 'caldav') throw new OkaeriError('calendar_readonly');
      const source = tried(() => openLink(options.house, link));
      if (!source) throw new OkaeriError('calendar_refused');
      await this.#read(actor, options, source, true);
    }
    await this.db.inTransaction((em) => setWrites(em, actor.personId, linkId, writes));
    return calendarsOf(this.db.manager, actor.personId, true, await readerOf(this.db.manager, actor));
  }

  @Delete('me/calendars/:linkId')
  @HttpCode(204)
  @Access('calendar.write')
  @Id('linkId')
  @ApiOperation({ summary: 'Take one of them away' })
  @AnswersNothing('What was read of it counts no more; what is still to come and was written into it is taken out')
  async remove(@Grant() { actor }: Granted, @Param('linkId') linkId: string): Promise<void> {
    if (!/^[0-9a-f-]{36}$/i.test(linkId)) throw new OkaeriError('not_found');
    await this.db.inTransaction((em) => removeLink(em, actor.personId, linkId));
  }

  async #own(actor: Actor, linkId: string): Promise<CalendarLink> {
    const links = await readLinks(this.db.manager, actor.personId);
    const link = links.find(({ id, removed }) => id === linkId && !removed);
    if (!link) throw new OkaeriError('not_found');
    return link;
  }

  async #read(actor: Actor, options: CalendarsOptions, source: CalendarSource, writes: boolean): Promise<CalendarRead> {
    const { zone } = await readerOf(this.db.manager, actor);
    const read = await fetchCalendar(source, { ...options, zone });
    if (typeof read === 'string') {
      throw new OkaeriError(read === 'same' || read === 'stopped' ? 'calendar_unreachable' : read);
    }
    if (writes && !read.mayWrite) throw new OkaeriError('calendar_readonly');
    return read;
  }
}
