import { Inject, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { MessageKinds } from '@okaeri/notify';
import { Database, Handlers } from '@okaeri/platform';
import { askMail, tellAsk } from './asks';
import { declinedMail, taskMail, tellDeclined, tellTask } from './coordinators';
import { planReminders } from './plan-reminders';
import { addRequirements } from './requirements';
import { Slots } from './slots';
import { tellVisit } from './tell-visit';
import { visitMail } from './visit-mail';
import { fillFreed, offerMail, tellOffer } from './waitlist';

/** What people are told of their visits, and when they are reminded. */
@Module({})
export class SchedulingModule implements OnModuleInit {
  constructor(
    @Inject(Handlers) private readonly handlers: Handlers,
    @Inject(MessageKinds) private readonly kinds: MessageKinds,
    @Inject(Database) private readonly db: Database,
  ) {}

  onModuleInit(): void {
    addRequirements();
    this.handlers.add('tellVisit', tellVisit);
    this.handlers.add('planReminders', planReminders);
    this.handlers.add('tellAsk', tellAsk);
    this.handlers.add('tellDeclined', tellDeclined);
    this.handlers.add('tellTask', tellTask);
    this.handlers.add('fillFreed', fillFreed(new Slots(this.db)));
    this.handlers.add('tellOffer', tellOffer);
    this.kinds.add('visit_booked', visitMail('booked'));
    this.kinds.add('visit_moved', visitMail('moved'));
    this.kinds.add('visit_cancelled', visitMail('cancelled'));
    this.kinds.add('visit_reminder', visitMail('reminder'));
    this.kinds.add('interpreter_ask', askMail('asked'));
    this.kinds.add('interpreter_ask_over', askMail('over'));
    this.kinds.add('seat_declined', declinedMail);
    this.kinds.add('task_due', taskMail);
    this.kinds.add('waitlist_offer', offerMail);
  }
}
