import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RtpPath } from '../../support/rtp-peer';
import { freePort } from '../../support/standalone';
import { until } from '../../support/until';
import { answer, offer, readSdp } from './janus-sdp';
import { newStreams } from './leg';
import type { Leg, Peer } from './leg';

const plugin = 'janus.plugin.videoroom';
const idleParts = {
  plugins: [
    'voicemail',
    'audiobridge',
    'echotest',
    'recordplay',
    'sip',
    'nosip',
    'streaming',
    'textroom',
    'videocall',
    'lua',
    'duktape',
  ],
  transports: ['websockets', 'pfunix', 'mqtt', 'nanomsg', 'rabbitmq'],
};
const files = (names: readonly string[]) => names.map((name) => `libjanus_${name}.so`).join(',');

/** A Janus of Debian's package with a VideoRoom for each visit, in a folder of its own; the machine's is not touched. */
export async function janus(): Promise<Leg> {
  await needJanus();
  const folder = await mkdtemp(join(tmpdir(), 'okaeri-janus-'));
  const port = await freePort();
  await writeFile(
    join(folder, 'janus.jcfg'),
    `general: { configs_folder = "${folder}", debug_level = 2, session_timeout = 0 }
     media: { ipv6 = false }
     nat: { ice_lite = true }
     plugins: { disable = "${files(idleParts.plugins)}" }
     transports: { disable = "${files(idleParts.transports)}" }`,
  );
  await writeFile(
    join(folder, 'janus.transport.http.jcfg'),
    `general: { json = "compact", base_path = "/janus", http = true, port = ${port}, ip = "127.0.0.1", https = false }
     admin: { admin_http = false, admin_https = false }`,
  );
  await writeFile(join(folder, 'janus.plugin.videoroom.jcfg'), '');
  const child = spawn('janus', ['-F', folder, '-C', join(folder, 'janus.jcfg')], { stdio: 'ignore' });
  const ended = new Promise((done) => child.once('exit', done));
  const session = await Session.open(`http://127.0.0.1:${port}/janus`);
  return {
    name: 'Janus',
    pids: [child.pid ?? 0],
    visit: (at) => visit(session, at + 1),
    async stop() {
      session.close();
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** No other test needs it, so the set-up does not bring it. */
async function needJanus(): Promise<void> {
  const { missingPrograms } = await import('../../../infra/setup/programs.mjs');
  const missing = missingPrograms(['janus']);
  if (missing.length === 0) return;
  const { howToInstall, installDebian, mayInstall } = await import('../../../infra/setup/debian.mjs');
  if (!mayInstall()) throw howToInstall(missing, 'npm run bench -- forward');
  await installDebian(missing, { say: () => undefined, announce: () => undefined });
}

async function visit(session: Session, room: number): Promise<Peer[]> {
  const owner = await session.attach();
  const settings = { publishers: 3, audiocodec: 'opus', videocodec: 'vp8', bitrate: 0, permanent: false };
  await session.tell(owner, { request: 'create', room, ...settings });
  const publishing: { feed: number; send: RtpPath; streams: Peer['streams'] }[] = [];
  for (let count = 0; count < 3; count += 1) {
    const handle = await session.attach();
    const send = await RtpPath.prepare();
    const streams = newStreams();
    const wish = { request: 'joinandconfigure', ptype: 'publisher', room, audio: true, video: true };
    const told = await session.ask(handle, wish, { type: 'offer', sdp: offer(send, streams) });
    await send.connect(readSdp(told.jsep?.sdp ?? ''));
    publishing.push({ feed: Number(told.data['id']), send, streams });
  }
  const peers: Peer[] = [];
  for (const { feed, send, streams } of publishing) {
    const handle = await session.attach();
    const others = publishing.filter((other) => other.feed !== feed).map((other) => ({ feed: other.feed }));
    const offered = await session.ask(handle, { request: 'join', ptype: 'subscriber', room, streams: others });
    const described = readSdp(offered.jsep?.sdp ?? '');
    const receive = await RtpPath.prepare();
    await session.ask(handle, { request: 'start' }, { type: 'answer', sdp: answer(receive, described) });
    await receive.connect(described);
    peers.push({ send, receive, streams });
  }
  return peers;
}

interface Told {
  transaction?: string;
  janus: string;
  data?: { id: number };
  error?: { reason: string };
  plugindata?: { data: Record<string, unknown> };
  jsep?: { sdp: string };
}

/** One session of Janus' HTTP interface: what is asked is acknowledged, and answered in a long poll. */
class Session {
  readonly #waiting = new Map<string, (told: Told) => void>();
  readonly #stop = new AbortController();

  private constructor(private readonly url: string) {}

  static async open(url: string): Promise<Session> {
    await until(async () => (await fetch(`${url}/info`).catch(() => null))?.status === 200);
    const { data } = await post(url, { janus: 'create' });
    const session = new Session(`${url}/${data?.id}`);
    void session.#listen();
    return session;
  }

  async attach(): Promise<number> {
    return (await post(this.url, { janus: 'attach', plugin })).data?.id ?? 0;
  }

  /** What the plugin answers at once. */
  tell(handle: number, body: object): Promise<Told> {
    return post(`${this.url}/${handle}`, { janus: 'message', body });
  }

  /** What the plugin answers in an event. */
  async ask(
    handle: number,
    body: object,
    jsep?: object,
  ): Promise<{ data: Record<string, unknown>; jsep?: { sdp: string } }> {
    const transaction = randomUUID();
    const answered = new Promise<Told>((done) => this.#waiting.set(transaction, done));
    await post(`${this.url}/${handle}`, { janus: 'message', transaction, body, ...(jsep ? { jsep } : {}) });
    const { plugindata, jsep: given } = await answered;
    const data = plugindata?.data ?? {};
    if (data['error']) throw new Error(`Janus: ${JSON.stringify(data)}`);
    return { data, ...(given ? { jsep: given } : {}) };
  }

  close(): void {
    this.#stop.abort();
  }

  async #listen(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const answer = await fetch(`${this.url}?maxev=10`, { signal: this.#stop.signal }).catch(() => null);
      const events = answer ? ((await answer.json()) as Told | Told[]) : [];
      for (const told of [events].flat()) {
        if (told.janus !== 'event' || !told.transaction) continue;
        this.#waiting.get(told.transaction)?.(told);
        this.#waiting.delete(told.transaction);
      }
    }
  }
}

async function post(url: string, body: object): Promise<Told> {
  const text = JSON.stringify({ transaction: randomUUID(), ...body });
  const told = (await (await fetch(url, { method: 'POST', body: text })).json()) as Told;
  const failure = told.error?.reason ?? told.plugindata?.data['error'];
  if (failure) throw new Error(`Janus: ${String(failure)}`);
  return told;
}
