import { Inject, Injectable } from '@nestjs/common';
import type { Permission, PersonId } from '@okaeri/contracts';
import { Database, Gathered } from '@okaeri/platform';
import { currentRequestId } from '@okaeri/runtime';
import type { LedgerOutcome, Via } from '../session.entity';

export interface LedgerEntry {
  actorId: PersonId | null;
  permission: Permission;
  outcome: LedgerOutcome;
  entity:
    | ('visit' | 'person' | 'check' | 'episode' | 'institution' | 'invitation' | 'file' | 'note' | 'thread')
    | ('resource' | 'thing' | 'task' | 'ask' | 'waitlist' | 'glass' | 'link');
  entityId: string | null;
  patientId: PersonId | null;
  via: Via;
  /** Only because of an emergency. */
  purpose?: 'BTG' | null;
  /** How many questions the row stands for; one where it is not said. */
  times?: number;
}

type LedgerRowValues = LedgerEntry & { requestId: string | null };

/**
 * The append-only account of who asked what about whom. Rows are written on a connection of their own, never in the
 * caller's transaction: a refusal must stay when that rolls back. If the row cannot be written, the question fails.
 * Those of questions at the same time are written by one statement, which each of them waits for.
 */
@Injectable()
export class Ledger {
  readonly #rows = new Gathered<LedgerRowValues, true>((rows) => this.#insert(rows));

  constructor(@Inject(Database) private readonly db: Database) {}

  async write(...entries: LedgerEntry[]): Promise<void> {
    const requestId = currentRequestId();
    await Promise.all(entries.map((entry) => this.#rows.ask({ times: 1, ...entry, requestId })));
  }

  async #insert(rows: readonly LedgerRowValues[]): Promise<Map<LedgerRowValues, true>> {
    await this.db.manager.query(
      `insert into ledger (actor_id, permission, outcome, entity, entity_id, patient_id, via, request_id, times, purpose)
       select "actorId", permission, outcome, entity, "entityId", "patientId", via, "requestId", times, purpose
         from jsonb_to_recordset($1::jsonb) as row("actorId" uuid, permission text, outcome text, entity text,
              "entityId" uuid, "patientId" uuid, via text, "requestId" text, times integer, purpose text)`,
      [JSON.stringify(rows)],
    );
    return new Map(rows.map((row) => [row, true]));
  }
}
