import { randomBytes, randomUUID } from 'node:crypto';
import { OkaeriError } from '@okaeri/contracts';
import type { PersonId } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';
import { KmsClosed } from './kms';
import type { Kms } from './kms';

/** A key that can be used, and whose files it seals. */
export interface OpenKey {
  id: string;
  patientId: PersonId;
  key: Buffer;
}

export interface KeyRow {
  id: string;
  patientId: PersonId;
  masterKeyId: string;
  wrapped: Buffer | null;
}

/** What a data key is bound to: one row cannot stand in for another. */
export const boundTo = ({ id, patientId }: Pick<KeyRow, 'id' | 'patientId'>): string => `${id} ${patientId}`;

const columns = `id, patient_id as "patientId", master_key_id as "masterKeyId", wrapped`;
const remembered = 1000;

/**
 * The key of each patient. The database is asked each time, so that a key that was destroyed opens nothing anywhere from that
 * moment; who keeps the master keys is asked for what is not remembered, and for everything that is written.
 */
export class DataKeys {
  readonly #open = new Map<string, Buffer>();

  constructor(
    private readonly db: { readonly manager: EntityManager },
    private readonly kms: Kms,
  ) {}

  /** Makes the patient's key where there is none. Throws `record_erased` and, without master keys, `vault_closed`. */
  async forPatient(patientId: PersonId): Promise<OpenKey> {
    const row = (await this.#newest(patientId)) ?? (await this.#make(patientId));
    return this.#unwrap(row);
  }

  /** One that something was sealed by; `null` where there never was such a one. */
  async byId(id: string, use: 'read' | 'write'): Promise<OpenKey | null> {
    const rows: KeyRow[] = await this.db.manager.query(`select ${columns} from data_key where id = $1`, [id]);
    const [row] = rows;
    if (!row) return null;
    const known = use === 'read' && row.wrapped !== null ? this.#open.get(id) : undefined;
    return known ? { id, patientId: row.patientId, key: known } : this.#unwrap(row);
  }

  /** Whether there are master keys, or none are needed yet. */
  async answers(): Promise<boolean> {
    try {
      await this.kms.newest();
      return true;
    } catch (error) {
      if (!(error instanceof KmsClosed)) throw error;
      return !(await this.#anyKey());
    }
  }

  async #newest(patientId: PersonId): Promise<KeyRow | undefined> {
    const rows: KeyRow[] = await this.db.manager.query(
      `select ${columns} from data_key where patient_id = $1 order by version desc limit 1`,
      [patientId],
    );
    return rows[0];
  }

  async #make(patientId: PersonId): Promise<KeyRow> {
    // Later a file of master keys that is not there has been lost, and must not be made anew unnoticed.
    if (!(await this.#anyKey())) await this.#asked(() => this.kms.begin());
    const id = randomUUID();
    const { masterKeyId, wrapped } = await this.#asked(() =>
      this.kms.wrap(randomBytes(32), boundTo({ id, patientId })),
    );
    await this.db.manager.query(
      `insert into data_key (id, patient_id, master_key_id, wrapped) values ($1, $2, $3, $4)
       on conflict (patient_id, version) do nothing`,
      [id, patientId, masterKeyId, wrapped],
    );
    const row = await this.#newest(patientId);
    if (!row) throw new OkaeriError('vault_closed');
    return row;
  }

  async #anyKey(): Promise<boolean> {
    const rows: unknown[] = await this.db.manager.query('select 1 from data_key limit 1');
    return rows.length > 0;
  }

  async #unwrap(row: KeyRow): Promise<OpenKey> {
    const { id, patientId, masterKeyId, wrapped } = row;
    if (!wrapped) {
      this.#open.delete(id);
      throw new OkaeriError('record_erased');
    }
    const key = await this.#asked(() => this.kms.unwrap({ masterKeyId, wrapped }, boundTo(row)));
    // The one that was used longest ago is forgotten first.
    this.#open.delete(id);
    this.#open.set(id, key);
    const [oldest] = this.#open.keys();
    if (this.#open.size > remembered && oldest !== undefined) this.#open.delete(oldest);
    return { id, patientId, key };
  }

  async #asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof KmsClosed)) throw error;
      throw Object.assign(new OkaeriError('vault_closed'), { cause: error });
    }
  }
}
