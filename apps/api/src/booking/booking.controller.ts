import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access, Grant } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { confirmSeat, declineSeat, setOutcome, withdrawSeat } from '@okaeri/care';
import {
  OkaeriError,
  bookingForm,
  bookingPreview,
  cancelForm,
  declineForm,
  guestForm,
  historyPage,
  moveForm,
  outcomeForm,
  pageQuery,
  previewAnswer,
  seatAdded,
  seriesBooked,
  seriesForm,
  seriesPreview,
  visitBooked,
  visitMoved,
} from '@okaeri/contracts';
import type {
  BookingForm,
  BookingPreview,
  CancelForm,
  DeclineForm,
  GuestForm,
  HistoryPage,
  MoveForm,
  OutcomeForm,
  PageQuery,
  PreviewAnswer,
  SeatAdded,
  SeatId,
  SeriesBooked,
  SeriesForm,
  SeriesPreview,
  VisitBooked,
  VisitId,
  VisitMoved,
} from '@okaeri/contracts';
import { Database, Writes } from '@okaeri/platform';
import type { Request } from 'express';
import { Answers, AnswersNothing, Problems } from '../edge/answers';
import { Id, Keyed } from '../edge/keyed';
import { readerOf } from '../pages/reader';
import { Bookings } from './bookings';
import { historyOf } from './history-page';
import { previewOf } from './preview';
import { SeriesBookings } from './series';
import { Timetable } from './timetable';

const visitOf = ({ visitId }: Granted): VisitId => {
  if (!visitId) throw new OkaeriError('not_found');
  return visitId;
};
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Visits as they are booked, moved, confirmed and closed. */
@Controller('api/visits')
export class BookingController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Bookings) private readonly bookings: Bookings,
    @Inject(SeriesBookings) private readonly series: SeriesBookings,
    @Inject(Timetable) private readonly timetable: Timetable,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Access('episode.book', ['body.episodeId'])
  @ApiOperation({ summary: 'What a time means on all clocks, and whom it collides with' })
  @Answers(previewAnswer, 'Nothing is held')
  @Problems('fields_invalid', 'zone_unknown', 'time_skipped', 'time_repeated')
  async preview(
    @Grant() { actor }: Granted,
    @Body({ schema: bookingPreview }) form: BookingPreview,
  ): Promise<PreviewAnswer> {
    return previewOf(this.db.manager, this.timetable, form, await readerOf(this.db.manager, actor));
  }

  @Post()
  @HttpCode(200)
  @Access('episode.book', ['body.episodeId'])
  @Keyed()
  @ApiOperation({ summary: 'Book a visit' })
  @Answers(visitBooked, 'Booked; its people are written to')
  @Problems(
    ...(['fields_invalid', 'zone_unknown', 'time_skipped', 'time_repeated', 'time_past', 'overlap'] as const),
    ...(['hold_expired', 'version_changed', 'conflict', 'key_needed'] as const),
  )
  async book(
    @Req() request: Request,
    @Grant() { actor }: Granted,
    @Body({ schema: bookingForm }) form: BookingForm,
  ): Promise<VisitBooked> {
    return this.bookings.book(request, actor, form);
  }

  @Post('series')
  @HttpCode(200)
  @Access('series.book', ['body.episodeId'])
  @Keyed()
  @ApiOperation({ summary: 'Book visits at the same time every so many weeks: all of them, or none' })
  @Answers(seriesBooked, 'Booked, each a visit of its own from now on; their people are written to')
  @Problems(
    ...(['fields_invalid', 'zone_unknown', 'time_skipped', 'time_repeated', 'time_past'] as const),
    ...(['series_overlap', 'key_needed'] as const),
  )
  async bookSeries(
    @Req() request: Request,
    @Grant() { actor }: Granted,
    @Body({ schema: seriesForm }) form: SeriesForm,
  ): Promise<SeriesBooked> {
    return this.series.book(request, actor, form);
  }

  @Post('series/preview')
  @HttpCode(200)
  @Access('series.book', ['body.episodeId'])
  @ApiOperation({ summary: 'What each date of a series means on all clocks, and whom it collides with' })
  @Answers(seriesPreview, 'Nothing is held')
  @Problems('fields_invalid', 'zone_unknown', 'time_skipped', 'time_repeated')
  async previewSeries(
    @Grant() { actor }: Granted,
    @Body({ schema: seriesForm }) form: SeriesForm,
  ): Promise<SeriesPreview> {
    return this.series.preview(actor, form);
  }

  @Post(':visitId/move')
  @HttpCode(200)
  @Access('visit.move', ['visitId'])
  @Keyed()
  @Id('visitId')
  @ApiOperation({ summary: 'Put a visit at another time' })
  @Answers(visitMoved, 'Moved; its people are told')
  @Problems('fields_invalid', 'time_skipped', 'time_repeated', 'time_past', 'overlap', 'version_changed', 'conflict')
  async move(
    @Req() request: Request,
    @Grant() granted: Granted,
    @Body({ schema: moveForm }) form: MoveForm,
  ): Promise<VisitMoved> {
    return this.bookings.move(request, granted.actor, visitOf(granted), form);
  }

  @Post(':visitId/cancel')
  @HttpCode(204)
  @Access('visit.cancel', ['visitId'])
  @Keyed()
  @Id('visitId')
  @ApiOperation({ summary: 'Call a visit off' })
  @AnswersNothing('Cancelled; whoever waits or talks is told')
  @Problems('fields_invalid', 'visit_cancelled', 'visit_over', 'version_changed', 'key_needed')
  async cancel(
    @Req() request: Request,
    @Grant() granted: Granted,
    @Body({ schema: cancelForm }) form: CancelForm,
  ): Promise<void> {
    const visitId = visitOf(granted);
    await this.bookings.cancel(request, granted.actor, visitId, form);
  }

  @Post(':visitId/confirm')
  @HttpCode(204)
  @Access('visit.confirm', ['visitId'])
  @Id('visitId')
  @ApiOperation({ summary: 'Say that one will be there' })
  @AnswersNothing('Confirmed')
  @Problems('visit_cancelled', 'visit_over')
  async confirm(@Grant() granted: Granted): Promise<void> {
    await this.writes.retried((em) => confirmSeat(em, visitOf(granted), granted.actor.personId));
  }

  @Post(':visitId/decline')
  @HttpCode(204)
  @Access('visit.confirm', ['visitId'])
  @Id('visitId')
  @ApiOperation({ summary: 'Say that one cannot be there' })
  @AnswersNothing('Told to those who arrange the visit; in place of an interpreter the next one is asked')
  @Problems('fields_invalid', 'visit_cancelled', 'visit_over', 'conflict')
  async decline(@Grant() granted: Granted, @Body({ schema: declineForm }) { reason }: DeclineForm): Promise<void> {
    await this.writes.retried((em) => declineSeat(em, visitOf(granted), granted.actor.personId, reason));
  }

  @Post(':visitId/guests')
  @HttpCode(200)
  @Access('visit.move', ['visitId'])
  @Keyed()
  @Id('visitId')
  @ApiOperation({ summary: 'Give somebody more a seat' })
  @Answers(seatAdded, 'Added; she is written to')
  @Problems('fields_invalid', 'visit_full', 'visit_cancelled', 'visit_over', 'overlap', 'key_needed')
  async addGuest(
    @Req() request: Request,
    @Grant() granted: Granted,
    @Body({ schema: guestForm }) form: GuestForm,
  ): Promise<SeatAdded> {
    return this.bookings.addGuest(request, granted.actor, visitOf(granted), form);
  }

  @Delete(':visitId/seats/:seatId')
  @HttpCode(204)
  @Access('visit.move', ['visitId'])
  @Id('visitId')
  @Id('seatId')
  @ApiOperation({ summary: 'Take a seat back' })
  @AnswersNothing('Taken back; patient and physician keep theirs')
  @Problems('seat_state', 'visit_cancelled', 'visit_over')
  async withdraw(@Grant() granted: Granted, @Param('seatId') seatId: string): Promise<void> {
    if (!uuid.test(seatId)) throw new OkaeriError('not_found');
    await this.writes.retried((em) => withdrawSeat(em, visitOf(granted), seatId as SeatId, granted.actor.personId));
  }

  @Get(':visitId/history')
  @Access('visit.history', ['visitId'])
  @Id('visitId')
  @ApiOperation({ summary: 'Who changed a visit, when and why' })
  @Answers(historyPage, 'The newest change first')
  @Problems('cursor_bad')
  async history(@Grant() granted: Granted, @Query({ schema: pageQuery }) query: PageQuery): Promise<HistoryPage> {
    return historyOf(this.db.manager, visitOf(granted), query, await readerOf(this.db.manager, granted.actor));
  }

  @Put(':visitId/outcome')
  @HttpCode(204)
  @Access('visit.outcome', ['visitId'])
  @Id('visitId')
  @ApiOperation({ summary: 'Say what became of a visit, where the rule does not know' })
  @AnswersNothing('Kept, with who said so and why')
  @Problems('fields_invalid', 'visit_early', 'visit_over', 'conflict')
  async outcome(@Grant() granted: Granted, @Body({ schema: outcomeForm }) form: OutcomeForm): Promise<void> {
    await this.writes.retried((em) => setOutcome(em, visitOf(granted), granted.actor.personId, form));
  }
}
