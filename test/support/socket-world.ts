import { createHash, randomBytes } from 'node:crypto';
import { careEntities, bookVisit, Episode, Institution } from '@okaeri/care';
import { accessEntities, CareRelation, Membership, Person, Session } from '@okaeri/access';
import { consultEntities } from '@okaeri/consult';
import type { InstitutionId, Locale, PersonId, SeatRole, VisitId } from '@okaeri/contracts';
import { dataSourceOptions, platformEntities } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { DataSource } from 'typeorm';
import { createTestDatabase } from './database';

/** Somebody of the test's world, with the cookie of a session that is open. */
export interface Somebody {
  id: PersonId;
  language: Locale;
  cookie: string;
  sessionId: string;
}

/** A migrated database of its own, with people to be put into visits. */
export class SocketWorld {
  private constructor(
    readonly url: string,
    readonly data: DataSource,
    private readonly drop: () => Promise<void>,
  ) {}

  /** `url`: a database that somebody else made and will drop. */
  static async open(url?: string): Promise<SocketWorld> {
    const made = url === undefined ? await createTestDatabase() : null;
    const entities = [...platformEntities, ...accessEntities, ...careEntities, ...consultEntities];
    const at = url ?? made?.url ?? '';
    const data = new DataSource(dataSourceOptions({ url: at, entities, connections: 3 }));
    await data.initialize();
    return new SocketWorld(at, data, async () => made?.drop());
  }

  async close(): Promise<void> {
    await this.data.destroy();
    await this.drop();
  }

  async person(language: Locale = 'en'): Promise<Somebody> {
    const { id } = await this.data.manager.save(
      this.data.manager.create(Person, {
        name: 'Test',
        nameLatin: 'Test',
        nameKana: null,
        language,
        zone: 'Asia/Tokyo',
        place: { en: 'Osaka' },
        country: 'JP',
      }),
    );
    const token = randomBytes(32).toString('base64url');
    const session = await this.data.manager.save(
      this.data.manager.create(Session, {
        personId: id,
        tokenHash: createHash('sha256').update(token).digest('hex'),
        expiresAt: now().add({ hours: 2 }),
      }),
    );
    return { id, language, cookie: `okaeri_session=${token}`, sessionId: session.id };
  }

  async institution(): Promise<InstitutionId> {
    const { id } = await this.data.manager.save(
      this.data.manager.create(Institution, {
        name: { en: 'Hospital' },
        city: { en: 'Osaka' },
        country: 'JP',
        zone: 'Asia/Tokyo',
        phone: '+81 6 0000 0000',
      }),
    );
    return id;
  }

  async staff(institutionId: InstitutionId, role: 'physician' | 'interpreter' | 'coordinator'): Promise<Somebody> {
    const somebody = await this.person('ja');
    await this.data.manager.insert(Membership, { personId: somebody.id, institutionId, role, revokedAt: null });
    return somebody;
  }

  /** A patient, her physician and whoever else, in a visit whose door is open. */
  async visit(options: { others?: SeatRole[]; startsAt?: Temporal.Instant } = {}) {
    const institutionId = await this.institution();
    const patient = await this.person('en');
    const physician = await this.staff(institutionId, 'physician');
    const others: Somebody[] = [];
    for (const role of options.others ?? []) {
      const isStaff = role === 'physician' || role === 'interpreter' || role === 'coordinator';
      others.push(isStaff ? await this.staff(institutionId, role) : await this.person());
    }
    const { manager } = this.data;
    const episode = await manager.save(
      manager.create(Episode, { patientId: patient.id, institutionId, title: { en: 'Follow-up' } }),
    );
    await manager.insert(CareRelation, { patientId: patient.id, personId: null, institutionId, kind: 'treatment' });
    const roles = options.others ?? [];
    const visitId = await bookVisit(manager, {
      episodeId: episode.id,
      startsAt: options.startsAt ?? now().subtract({ minutes: 5 }),
      minutes: 30,
      patientZone: 'America/Toronto',
      institutionZone: 'Asia/Tokyo',
      seats: [
        { personId: patient.id, role: 'patient', language: 'en' },
        { personId: physician.id, role: 'physician', language: 'ja' },
        ...others.map((other, at) => ({
          personId: other.id,
          role: roles[at] as SeatRole,
          language: other.language,
          interprets: roles[at] === 'interpreter' ? (['ja', 'en'] as [string, string]) : null,
        })),
      ],
    });
    return { visitId, institutionId, patient, physician, others };
  }

  /** One column of a person's seat, as the table has it. */
  async seat(visitId: VisitId, somebody: Somebody): Promise<Record<string, unknown>> {
    const rows: Record<string, unknown>[] = await this.data.query(
      'select * from seat where visit_id = $1 and person_id = $2',
      [visitId, somebody.id],
    );
    return rows[0] ?? {};
  }

  async room(visitId: VisitId): Promise<{ node_id: string; epoch: number } | null> {
    const rows: { node_id: string; epoch: number }[] = await this.data.query('select * from room where visit_id = $1', [
      visitId,
    ]);
    return rows[0] ?? null;
  }
}
