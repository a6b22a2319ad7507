import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signalingProtocol } from '@okaeri/contracts';
import { addSubscription } from '@okaeri/notify';
import { bodyOf, headersOf, pathOf } from './access/asks';
import { actors, routes } from './access-table';
import type { ActorName } from './access-table';
import { castOf, reset } from './access-cast';
import type { Cast } from './access-cast';
import { canary, plant } from './canaries';
import { ChannelWorld, dialled, phone } from './channel-world';
import { sampleRecord } from './sample-record';
import { startScheduler } from './scheduler';
import type { TestScheduler } from './scheduler';
import { startApi } from './server';
import type { Answer, TestServer } from './server';
import { Signaling } from './socket-signaling';
import { SocketWorld } from './socket-world';
import { until } from './until';

/** What is said of somebody's health, and never on a lock screen, in a subject or in a text message. */
const medical = [canary.reason, canary.place];
/** Who of the cast has a session: the two others are refused at the door, which the matrix of access shows. */
const askers = actors.filter((actor) => actor !== 'anonymous' && actor !== 'signedOut');
/**
 * By the name of a field, what is written there instead of what the matrix of access sends. Her town is said to those who may
 * know of her beside every clock, as a zone is, and is looked for where nobody may read it; so is where she is during a visit.
 */
const written: Record<string, string> = {
  ...{ name: canary.name, nameLatin: canary.name, text: canary.reason, reason: canary.reason, title: canary.reason },
  ...{ nextSteps: canary.reason, label: canary.reason, note: canary.reason },
};

/** The whole house at its most talkative, with people whose every field is a canary, and everything they can be told by. */
export class CanaryHouse {
  readonly urls = new Set<string>();
  readonly echoed: string[] = [];
  readonly times: number[] = [];

  private constructor(
    readonly channels: ChannelWorld,
    private readonly world: SocketWorld,
    private readonly cast: Cast,
    private readonly api: TestServer,
    private readonly scheduler: TestScheduler,
    private readonly signaling: Signaling,
    private readonly blobs: string,
  ) {}

  static async open(redis: string): Promise<CanaryHouse> {
    const channels = await ChannelWorld.open();
    const { url } = channels.mails.database;
    const world = await SocketWorld.open(url);
    const cast = await castOf(world);
    const blobs = mkdtempSync(join(tmpdir(), 'okaeri-canaries-'));
    const trace = { LOG_LEVEL: 'trace', REDIS_URL: redis };
    const shared = { ...channels.env, ...trace, OKAERI_RATES: 'wide', BLOB_FOLDER: blobs };
    process.env['TEST_LOG_LEVEL'] = 'trace';
    const signaling = await Signaling.start({ database: url, sfus: [], secret: 'a secret of the test', redis });
    delete process.env['TEST_LOG_LEVEL'];
    const house = new CanaryHouse(
      channels,
      world,
      cast,
      await startApi(url, shared),
      await startScheduler(url, { smtpUrl: channels.sink.url, env: shared }),
      signaling,
      blobs,
    );
    await house.#plant();
    return house;
  }

  get url(): string {
    return this.world.url;
  }

  get prefix(): string {
    return `test-${new URL(this.url).pathname.slice(1)}`;
  }

  origins(): string[] {
    return [`http://localhost:${this.api.port}`, this.signaling.url];
  }

  async close(): Promise<void> {
    await this.signaling.stop();
    await this.scheduler.close();
    await this.api.close();
    await this.world.close();
    await this.channels.close();
    rmSync(this.blobs, { recursive: true });
    rmSync(`${this.blobs}.keys`, { force: true });
  }

  async #plant(): Promise<void> {
    const { people, patientId } = this.cast;
    await this.world.data.query(
      `update person set name = $2, name_latin = $2, name_kana = $3, phone = $4, email = $5,
              place = jsonb_build_object('en', $6::text), channels = '{email,sms,push,app}' where id = $1`,
      [patientId, canary.name, canary.nameKana, phone, canary.email, canary.town],
    );
    await this.world.data.query(`update episode set title = jsonb_build_object('en', $2::text) where patient_id = $1`, [
      patientId,
      canary.reason,
    ]);
    plant('phone', phone);
    plant('phone', dialled);
    for (const somebody of Object.values(people))
      if (somebody) plant('session token', somebody.cookie.split('=')[1] ?? '');
    const browser = this.channels.push.browser();
    await this.channels.mails.tx((em) =>
      addSubscription(em, { personId: patientId, sessionId: null }, browser, 'Chrome, Android'),
    );
  }

  /** Every route by everybody who has a session, with canaries wherever something can be written; answers how many. */
  async askEverything(): Promise<number> {
    for (const route of Object.keys(routes)) {
      for (const actor of askers) {
        await reset(this.world, this.cast);
        await this.#plantAgain();
        await this.#ask(route, actor);
      }
    }
    return this.times.length;
  }

  /** The cast is made anew before each question, and with it her address. */
  #plantAgain(): Promise<unknown> {
    return this.world.data.query('update person set email = $2 where id = $1', [this.cast.patientId, canary.email]);
  }

  async #ask(route: string, actor: ActorName): Promise<void> {
    const [method = '', template = ''] = route.split(' ');
    const hasBody = method !== 'GET' && method !== 'DELETE';
    const body = hasBody ? spoiled(bodyOf(route, this.cast)) : undefined;
    const path = pathOf(template, this.cast, actor);
    const cookie = this.cast.people[actor]?.cookie;
    const encoded = encodeURIComponent(canary.reason);
    const began = performance.now();
    const answers = [
      await this.api.ask({
        method,
        path,
        cookie,
        headers: { ...headersOf(route), referer: encoded },
        ...(hasBody ? { json: body } : {}),
      }),
      // The same where it does not belong: behind the path, and in a body that is broken off.
      await this.api.ask({
        ...{ method, path: `${path}?q=${encoded}`, cookie, headers: headersOf(route) },
        ...(hasBody ? { raw: `{"${canary.reason}":"${canary.name}` } : {}),
      }),
    ];
    this.times.push(performance.now() - began);
    for (const answer of answers) this.#look(route, actor, answer);
  }

  #look(route: string, actor: ActorName, answer: Answer): void {
    if (answer.status >= 400 && medical.some((value) => answer.text.includes(value))) {
      this.echoed.push(`${route} by ${actor} gave back what it refused with ${answer.status}`);
    }
    for (const url of addressesIn(answer.body)) this.urls.add(url);
    for (const name of ['location', 'content-disposition', 'link']) {
      const value = answer.headers[name];
      if (typeof value === 'string') this.urls.add(value);
    }
  }

  /** A record that is whole, and some that are not, each full of her; answers how many. */
  async bringRecords(): Promise<number> {
    await reset(this.world, this.cast);
    const whole = sampleRecord().replaceAll('Penicillin', canary.reason);
    const files = [
      whole,
      whole.slice(0, -40),
      whole.replaceAll('"status":', `"${canary.reason}":`),
      `<a>${canary.reason}</a>`,
    ];
    for (const raw of files) {
      const answer = await this.api.ask({
        ...{ method: 'POST', path: `/api/patients/${this.cast.patientId}/record/imports`, raw },
        cookie: this.cast.people.patient?.cookie,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
          'content-length': String(Buffer.byteLength(raw)),
        },
      });
      this.#look('POST /api/patients/{personId}/record/imports', 'patient', answer);
      const { href } = (answer.body ?? {}) as { href?: string };
      if (href)
        this.#look(
          `GET ${href}`,
          'patient',
          await this.api.ask({ path: href, cookie: this.cast.people.patient?.cookie }),
        );
    }
    for (const actor of ['patient', 'physician'] as const) {
      const path = `/api/pages/records/${this.cast.patientId}`;
      this.#look(path, actor, await this.api.ask({ path, cookie: this.cast.people[actor]?.cookie }));
    }
    return files.length;
  }

  /** What a window says to the room, with canaries in all of it; answers how many messages. */
  async talk(): Promise<number> {
    await reset(this.world, this.cast);
    const { patient } = this.cast.people;
    const window = await this.signaling.window(patient);
    const { visitId } = this.cast;
    const arrival = {
      identityConfirmed: true as const,
      place: canary.place,
      country: 'CA',
      callbackNumber: canary.phone,
    };
    await window.enter(visitId as never, arrival);
    plant('seat token', window.seatToken);
    const values = Object.values(canary);
    for (const value of values) {
      await window.raw(value, value);
      await window.raw('visit.enter', {
        protocol: signalingProtocol,
        visitId: value,
        language: value,
        arrival: { place: value },
      });
      await window.raw('notices.watch', { topics: [{ topic: 'visit', id: value }] });
      await window.raw('visit.resume', { protocol: signalingProtocol, visitId, seatToken: value, epoch: null });
    }
    await window.ask('visit.leave', {});
    return values.length * 4 + 2;
  }

  /** Until nothing that is due waits to be handed over, and each way has carried something. */
  async untilTold(): Promise<void> {
    const { sms, push, sink } = this.channels;
    await until(async () => {
      const [row] = await this.channels.mails.database.query<{ left: number }>(
        `select count(*)::int as left from notify_message where state in ('queued', 'sending') and next_at <= now()`,
      );
      return row?.left === 0 && sms.sent.length > 0 && push.pushed.length > 0 && sink.mails.length > 0;
    }, 120_000);
  }

  /** Texts, notifications and subjects that say more than who, when and where to press. */
  toldTooMuch(): string[] {
    const { sms, push, sink } = this.channels;
    const said = [
      ...sms.sent.map(({ text }) => ['a text', text] as const),
      ...push.pushed.map(({ told }) => ['a notification', JSON.stringify(told)] as const),
      ...sink.mails.map(({ mail, kind }) => [`the subject of ${kind}`, mail.subject ?? ''] as const),
      ...sink.mails.map(({ from, kind }) => [`the sender of ${kind}`, from] as const),
    ];
    return said
      .filter(([, text]) => [...medical, canary.phone, canary.email].some((value) => text.includes(value)))
      .map(([where]) => `${where} says too much`);
  }
}

/** A body with canaries in every field where somebody writes something. */
function spoiled(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(spoiled);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' ? (written[key] ?? value) : spoiled(value),
    ]),
  );
}

/** Whatever an answer says that a browser might ask for. */
function addressesIn(body: unknown): string[] {
  if (typeof body === 'string') return /^(\/[a-z]|https?:\/\/)/.test(body) ? [body] : [];
  if (typeof body !== 'object' || body === null) return [];
  return Object.values(body).flatMap(addressesIn);
}
