import { CareRelation, Membership, Person, accessEntities } from '@okaeri/access';
import { Episode, Institution, bookSeries, bookVisit, careEntities } from '@okaeri/care';
import type { Booking } from '@okaeri/care';
import type { InstitutionId, Locale, PersonId, SeatRole, VisitId } from '@okaeri/contracts';
import { notifyEntities } from '@okaeri/notify';
import { dataSourceOptions, platformEntities } from '@okaeri/platform';
import type { Temporal } from '@okaeri/words/time';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { plant } from './canaries';
import { createTestDatabase } from './database';
import type { TestDatabase } from './database';

export interface Reader {
  id: PersonId;
  email: string;
  language: Locale;
  zone: string;
}

export const places: Record<string, Partial<Record<Locale, string>>> = {
  'America/Toronto': { en: 'Toronto', ja: 'トロント', zh: '多伦多', ko: '토론토' },
  'Asia/Tokyo': { en: 'Osaka', ja: '大阪', ko: '오사카' },
  'Asia/Ho_Chi_Minh': { en: 'Hanoi', vi: 'Hà Nội', ja: 'ハノイ' },
  'America/Vancouver': { en: 'Vancouver', ja: 'バンクーバー' },
  'Asia/Seoul': { en: 'Seoul', ko: '서울' },
  'Asia/Shanghai': { en: 'Shanghai', zh: '上海' },
  'Europe/Paris': { en: 'Paris', ja: 'パリ' },
};

/** A hospital of no demo world, and people with addresses, in a database of its own. */
export class MailWorld {
  #count = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly data: DataSource,
    readonly institutionId: InstitutionId,
  ) {}

  static async open(): Promise<MailWorld> {
    return MailWorld.#in(await createTestDatabase());
  }

  /** In the database of a server that runs; it stays when the world is closed. */
  static at(url: string): Promise<MailWorld> {
    const refuse = () => Promise.reject(new Error('The database is another’s.'));
    const query = async <T>(sql: string, values: unknown[] = []): Promise<T[]> => {
      const client = new Client({ connectionString: url });
      await client.connect();
      try {
        return (await client.query(sql, values)).rows as T[];
      } finally {
        await client.end();
      }
    };
    return MailWorld.#in({ url, query, cut: refuse, close: refuse, open: refuse, drop: () => Promise.resolve() });
  }

  static async #in(database: TestDatabase): Promise<MailWorld> {
    const entities = [...platformEntities, ...accessEntities, ...careEntities, ...notifyEntities];
    const data = new DataSource(dataSourceOptions({ url: database.url, entities, connections: 4 }));
    await data.initialize();
    const { id } = await data.manager.save(
      data.manager.create(Institution, {
        name: { en: 'Naniwa Clinic', ja: '浪速クリニック' },
        city: places['Asia/Tokyo'] ?? {},
        country: 'JP',
        zone: 'Asia/Tokyo',
        phone: '+81 6 5550 1234',
      }),
    );
    await data.manager.query('update institution set email = $2 where id = $1', [id, 'reception@naniwa.example']);
    return new MailWorld(database, data, id);
  }

  async close(): Promise<void> {
    await this.data.destroy();
    await this.database.drop();
  }

  tx<T>(fn: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.data.transaction(fn);
  }

  /** Somebody with an address of her own. */
  async person(
    about: {
      name?: string;
      nameLatin?: string;
      language?: Locale;
      zone?: string;
      reminders?: number[];
    } = {},
  ): Promise<Reader> {
    this.#count += 1;
    const { language = 'en', zone = 'America/Toronto', reminders } = about;
    const nameLatin = about.nameLatin ?? `Ottoline Quillfeather ${this.#count}`;
    const email = plant('email', `reader-${this.#count}-${language}@quillfeather.example`);
    const { id } = await this.data.manager.save(
      this.data.manager.create(Person, {
        name: plant('name', about.name ?? nameLatin),
        nameLatin,
        nameKana: null,
        language,
        zone,
        place: places[zone] ?? { en: zone },
        country: 'CA',
        email,
        ...(reminders ? { reminders } : {}),
      }),
    );
    return { id, email, language, zone };
  }

  async physician(): Promise<Reader> {
    const reader = await this.person({
      name: '早瀬 恒一',
      nameLatin: 'Hayase Koichi',
      language: 'ja',
      zone: 'Asia/Tokyo',
    });
    await this.data.manager.insert(Membership, {
      personId: reader.id,
      institutionId: this.institutionId,
      role: 'physician',
      revokedAt: null,
    });
    return reader;
  }

  /** A visit as a coordinator books it, with the event that this writes. */
  async visit(
    about: About & {
      startsAt: Temporal.Instant;
      /** It is only held, for so long. */
      heldUntil?: Temporal.Instant;
    },
  ): Promise<VisitId> {
    const { startsAt, heldUntil } = about;
    const held = heldUntil ? { status: 'held' as const, heldUntil } : {};
    return this.tx(async (em) => bookVisit(em, { ...(await this.#booking(em, about)), ...held, startsAt }));
  }

  /** Several that are booked together. */
  async series(about: About & { startsAt: readonly Temporal.Instant[] }): Promise<VisitId[]> {
    const how = { keeps: 'patient', everyWeeks: 1, by: about.physician.id } as const;
    return this.tx(async (em) => bookSeries(em, await this.#booking(em, about), about.startsAt, how));
  }

  async #booking(em: EntityManager, about: About): Promise<Omit<Booking, 'startsAt'>> {
    const { patient, physician, others = [], minutes = 30 } = about;
    const episode = await em.save(
      em.create(Episode, {
        patientId: patient.id,
        institutionId: this.institutionId,
        title: { en: plant('title', 'Proton therapy of the left iris') },
      }),
    );
    await em.insert(CareRelation, {
      patientId: patient.id,
      personId: null,
      institutionId: this.institutionId,
      kind: 'treatment',
    });
    return {
      episodeId: episode.id,
      minutes,
      patientZone: patient.zone,
      institutionZone: 'Asia/Tokyo',
      seats: [
        { personId: patient.id, role: 'patient', language: patient.language },
        { personId: physician.id, role: 'physician', language: physician.language },
        ...others.map(({ reader, role, interprets }) => ({
          personId: reader.id,
          role,
          language: reader.language,
          interprets: interprets ?? null,
        })),
      ],
    };
  }
}

interface About {
  patient: Reader;
  physician: Reader;
  others?: { reader: Reader; role: SeatRole; interprets?: [string, string] }[];
  minutes?: number;
}
