import { Inject, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Ledger } from '@okaeri/access';
import { Answers, LetterReads, MessageKinds, NOTIFY_OPTIONS } from '@okaeri/notify';
import type { NotifyOptions } from '@okaeri/notify';
import { Database, Handlers } from '@okaeri/platform';
import { askMail, tellAsk } from './asks';
import { writeCalendars } from './caldav';
import { declinedMail, taskMail, tellDeclined, tellTask } from './coordinators';
import { planReminders } from './plan-reminders';
import { judgeAnswer } from './replies';
import { addRequirements } from './requirements';
import { seriesMail } from './series-mail';
import { Slots } from './slots';
import { tellSeries } from './tell-series';
import { tellClock, tellVisit } from './tell-visit';
import { visitMail } from './visit-mail';
import { VisitReads } from './visit-reads';
import { fillFreed, offerMail, tellOffer } from './waitlist';

/** What people are told of their visits, and when they are reminded. */
@Module({})
export class SchedulingModule implements OnModuleInit {
  constructor(
    @Inject(Handlers) private readonly handlers: Handlers,
    @Inject(MessageKinds) private readonly kinds: MessageKinds,
    @Inject(LetterReads) private readonly letters: LetterReads,
    @Inject(Database) private readonly db: Database,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(NOTIFY_OPTIONS) private readonly options: NotifyOptions,
  ) {}

  onModuleInit(): void {
    addRequirements();
    this.answers.judgedBy(judgeAnswer(this.options.mailDomain, new Ledger(this.db)));
    this.handlers.add('tellVisit', tellVisit);
    this.handlers.add('tellSeries', tellSeries);
    this.handlers.add('tellClock', tellClock);
    this.handlers.add('planReminders', planReminders);
    this.handlers.add('writeCalendars', writeCalendars);
    this.handlers.add('tellAsk', tellAsk);
    this.handlers.add('tellDeclined', tellDeclined);
    this.handlers.add('tellTask', tellTask);
    this.handlers.add('fillFreed', fillFreed(new Slots(this.db)));
    this.handlers.add('tellOffer', tellOffer);
    const reads = new VisitReads(this.db, this.letters);
    this.kinds.add('visit_booked', visitMail('booked', reads));
    this.kinds.add('series_booked', seriesMail(reads));
    this.kinds.add('visit_moved', visitMail('moved', reads));
    this.kinds.add('visit_cancelled', visitMail('cancelled', reads));
    this.kinds.add('visit_clock', visitMail('clock', reads));
    this.kinds.add('visit_reminder', visitMail('reminder', reads));
    this.kinds.add('visit_nudge', visitMail('nudge', reads));
    this.kinds.add('interpreter_ask', askMail('asked'));
    this.kinds.add('interpreter_ask_over', askMail('over'));
    this.kinds.add('seat_declined', declinedMail);
    this.kinds.add('task_due', taskMail);
    this.kinds.add('waitlist_offer', offerMail);
  }
}
