import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, UseGuards } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ThrottlerGuard } from '@nestjs/throttler';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { OkaeriError, calendarLinkForm, calendarLinked, calendarsPage } from '@okaeri/contracts';
import type { CalendarLinkForm, CalendarLinked, CalendarsPage } from '@okaeri/contracts';
import { Database, Writes, houseOf } from '@okaeri/platform';
import { addLink, fetchCalendar, readCalendars, readLinks, removeLink, sourceOf } from '@okaeri/scheduling';
import type { CalendarsOptions } from '@okaeri/scheduling';
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
  readonly #options: CalendarsOptions | null;

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(API_ENV) { HOUSE_SECRET, MAIL_DOMAIN, OUTBOUND_PRIVATE }: ApiEnv,
  ) {
    this.#options = HOUSE_SECRET
      ? { house: houseOf(HOUSE_SECRET), mailDomain: MAIL_DOMAIN, mayBePrivate: OUTBOUND_PRIVATE }
      : null;
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
    'calendar_readonly',
  )
  async add(
    @Req() request: Request,
    @Grant() { actor }: Granted,
    @Body({ schema: calendarLinkForm }) form: CalendarLinkForm,
  ): Promise<CalendarLinked> {
    const options = this.#options;
    if (!options) throw new OkaeriError('unavailable');
    const { writes } = form;
    const source = sourceOf(form);
    // A name and a password travel with each request.
    if (source.kind === 'caldav' && !options.mayBePrivate && !source.url.startsWith('https:')) {
      throw new OkaeriError('fields_invalid', {}, { fields: [{ path: 'url', code: 'wrong' }] });
    }
    const { zone } = await readerOf(this.db.manager, actor);
    // Before anything is written: a transaction does not wait for somebody else's server.
    const read = await fetchCalendar(source, { ...options, zone });
    if (typeof read === 'string')
      throw new OkaeriError(read === 'same' || read === 'stopped' ? 'calendar_unreachable' : read);
    if (writes && !read.mayWrite) throw new OkaeriError('calendar_readonly');
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
    const links = await readLinks(this.db.manager, actor.personId);
    if (!links.some(({ id }) => id === linkId)) throw new OkaeriError('not_found');
    await readCalendars(this.db, this.#options, { linkId });
    return calendarsOf(this.db.manager, actor.personId, true, await readerOf(this.db.manager, actor));
  }

  @Delete('me/calendars/:linkId')
  @HttpCode(204)
  @Access('calendar.write')
  @Id('linkId')
  @ApiOperation({ summary: 'Take one of them away' })
  @AnswersNothing('What was read of it counts no more')
  async remove(@Grant() { actor }: Granted, @Param('linkId') linkId: string): Promise<void> {
    if (!/^[0-9a-f-]{36}$/i.test(linkId)) throw new OkaeriError('not_found');
    await this.db.inTransaction((em) => removeLink(em, actor.personId, linkId));
  }
}
