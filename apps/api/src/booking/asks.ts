import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@okaeri/access';
import { answerAsks, askFor, readVisit } from '@okaeri/care';
import type { AskPlan } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { AskForm, AsksAnswer, PersonId, VisitId } from '@okaeri/contracts';
import { Database, Writes } from '@okaeri/platform';
import type { Request } from 'express';
import { staffOf } from './booked-people';

/** What a form says of whom to ask. */
export function planOf(form: AskForm): AskPlan {
  return { ...form, personIds: form.personIds as PersonId[] };
}

export const askedStaff = ({ personIds }: AskForm) =>
  [...new Set(personIds)].map((personId) => ({ personId, role: 'interpreter' as const }));

/** Interpreters who are asked one after the other, and what they say. */
@Injectable()
export class Asks {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  async ask(request: Request, actor: Actor, visitId: VisitId, form: AskForm): Promise<void> {
    const record = await readVisit(this.db.manager, visitId);
    if (!record) throw new OkaeriError('not_found');
    await staffOf(this.db.manager, record, askedStaff(form));
    await this.writes.once(request, actor, `POST /visits/${visitId}/asks`, form, (em) =>
      askFor(em, visitId, planOf(form)),
    );
  }

  async answer(request: Request, actor: Actor, askId: string, form: AsksAnswer): Promise<void> {
    await this.writes.once(request, actor, `POST /asks/${askId}/answer`, form, (em) => answerAsks(em, askId, form));
  }
}
