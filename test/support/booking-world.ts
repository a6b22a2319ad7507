import { randomUUID } from 'node:crypto';
import { openEpisode } from '@okaeri/care';
import type { EpisodeId, InstitutionId, SeatRole } from '@okaeri/contracts';
import { startApi } from './server';
import type { Answer, TestServer } from './server';
import { SocketWorld } from './socket-world';
import type { Somebody } from './socket-world';

/** A hospital with its coordinator, and a patient whose episode is open; the api beside it. */
export interface Hospital {
  institutionId: InstitutionId;
  episodeId: EpisodeId;
  coordinator: Somebody;
  physician: Somebody;
  interpreter: Somebody;
  patient: Somebody;
}

export class BookingWorld {
  private constructor(
    readonly people: SocketWorld,
    readonly server: TestServer,
  ) {}

  /** `url`: a database that somebody else made and will drop. */
  static async open(env: Record<string, string> = {}, url?: string): Promise<BookingWorld> {
    const people = await SocketWorld.open(url);
    return new BookingWorld(people, await startApi(people.url, { OKAERI_RATES: 'wide', ...env }));
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.people.close();
  }

  hospital(): Promise<Hospital> {
    return hospitalIn(this.people);
  }

  episode(of: EpisodePeople): Promise<EpisodeId> {
    return episodeIn(this.people, of);
  }

  post(path: string, who: Somebody, json: unknown, key: string = randomUUID()): Promise<Answer> {
    return this.server.ask({
      method: 'POST',
      path: `/api${path}`,
      cookie: who.cookie,
      json,
      headers: { 'idempotency-key': key },
    });
  }
}

type EpisodePeople = Pick<Hospital, 'institutionId' | 'patient' | 'physician' | 'coordinator'>;

export async function hospitalIn(people: SocketWorld): Promise<Hospital> {
  const institutionId = await people.institution();
  const staff = (role: Extract<SeatRole, 'physician' | 'interpreter' | 'coordinator'>) =>
    people.staff(institutionId, role);
  const [coordinator, physician, interpreter] = [
    await staff('coordinator'),
    await staff('physician'),
    await staff('interpreter'),
  ];
  const patient = await people.person('en');
  await people.data.query(`update person set zone = 'America/Toronto', place = '{"en":"Toronto"}' where id = $1`, [
    patient.id,
  ]);
  const episodeId = await episodeIn(people, { institutionId, patient, physician, coordinator });
  return { institutionId, episodeId, coordinator, physician, interpreter, patient };
}

function episodeIn(people: SocketWorld, of: EpisodePeople): Promise<EpisodeId> {
  return people.data.transaction((em) =>
    openEpisode(em, {
      patientId: of.patient.id,
      institutionId: of.institutionId,
      title: { en: 'Follow-up' },
      treatment: null,
      treatedFrom: null,
      treatedTo: null,
      team: [of.physician.id],
      by: of.coordinator.id,
      demo: false,
    }),
  );
}
