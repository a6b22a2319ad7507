import type { SeatRole, VisitPage } from '@okaeri/contracts';
import { startApi } from './server';
import type { Answer, TestServer } from './server';
import { sfuSecret, startSfu } from './sfu';
import type { SfuProcess } from './sfu';
import { Signaling } from './socket-signaling';
import { arrivalInToronto, until } from './socket-window';
import { SocketWorld } from './socket-world';
import type { Somebody } from './socket-world';

/** All that a visit needs, for one file of tests: PostgreSQL with its people, the api by HTTP, signalling and its sfu. */
export class VisitWorld {
  private constructor(
    readonly people: SocketWorld,
    readonly api: TestServer,
    readonly signaling: Signaling,
    private readonly sfu: SfuProcess,
  ) {}

  /** `env`: of signalling. */
  static async open(env: Record<string, string> = {}): Promise<VisitWorld> {
    const people = await SocketWorld.open();
    const sfu = await startSfu();
    const api = await startApi(people.url, { OKAERI_RATES: 'wide' });
    const signaling = await Signaling.start({ database: people.url, sfus: [sfu.url], secret: sfuSecret, env });
    await until('ready', async () => (await signaling.readiness()).status === 200);
    return new VisitWorld(people, api, signaling, sfu);
  }

  async close(): Promise<void> {
    await this.signaling.stop();
    await this.api.close();
    await this.sfu.stop();
    await this.people.close();
  }

  call(by: Somebody, method: string, path: string, json?: unknown, headers: Record<string, string> = {}) {
    const body = json === undefined ? {} : { json };
    return this.api.ask({ method, path: `/api/${path}`, cookie: by.cookie, headers, ...body });
  }

  async read<Body>(by: Somebody, path: string): Promise<Body> {
    const answer: Answer = await this.call(by, 'GET', path);
    return answer.body as Body;
  }

  pageOf(by: Somebody, visitId: string): Promise<VisitPage> {
    return this.read(by, `pages/visits/${visitId}`);
  }

  /** A new visit: the physician and the patient are in the room; `others` have a seat, and have not come yet. */
  async inRoom(...others: SeatRole[]) {
    const visit = await this.people.visit({ others });
    const sato = await this.signaling.window(visit.physician);
    await sato.enter(visit.visitId);
    await sato.join();
    const emily = await this.signaling.window(visit.patient);
    const { me } = await emily.enter(visit.visitId, arrivalInToronto);
    await sato.ask('seat.admit', { seatId: me.seatId });
    await emily.join();
    return { ...visit, sato, emily, seatId: me.seatId };
  }
}
