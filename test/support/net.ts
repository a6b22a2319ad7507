import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { launchOptions } from './browser';

/** Where a server is for those behind a link: no loopback, so that what goes there really leaves. */
export const serverAddress = '10.77.255.1';
/** What a server needs in its environment to be reached over links. */
export const serverEnv = { HOST: '0.0.0.0', MEDIA_IPS: serverAddress };

export interface Narrow {
  downKbps: number;
  upKbps: number;
}
/** Of a thousand packets, how many are lost. */
export interface Lossy {
  down: number;
  up: number;
}
/** What a firewall lets through: everything, TCP alone, or TCP to some ports alone. */
export type Firewall = 'everything' | 'tcp' | readonly number[];

const links = 250;
let made = 0;
let laid = 0;

/**
 * One person's own network: a namespace, and a cable to the server that can be made narrow and lossy, cut, and put behind a
 * firewall. `down` is what she gets, `up` is what she sends. Narrow is a token bucket with a queue of 400 ms on either end,
 * loss and firewall are nftables rules where packets arrive, so that a sender is never told. What a killed test left goes
 * with the next link.
 */
export class Link {
  #cable = 0;
  #narrow: Narrow | null = null;
  #lossy: Lossy = { down: 0, up: 0 };
  #firewall: Firewall = 'everything';
  readonly #forwarders = new Set<ChildProcess>();

  private constructor(readonly namespace: string) {}

  static async open(name = ''): Promise<Link> {
    if (process.getuid?.() !== 0) throw new Error('Network namespaces need root: run this test as root.');
    await clearDead();
    await haveServerAddress();
    made += 1;
    const link = new Link(`ok${process.pid}-${made}${name && `-${name}`}`);
    open.add(link);
    await ip(`netns add ${link.namespace}`);
    try {
      await link.inside('sh', '-c', 'echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6 || true');
      await link.#ip('link set lo up');
      await link.#lay();
    } catch (error) {
      await link.close();
      throw error;
    }
    return link;
  }

  /** The near end of her cable: an address of the server's machine that no other link has. */
  get gateway(): string {
    return `10.77.${this.#cable}.1`;
  }

  get address(): string {
    return `10.77.${this.#cable}.2`;
  }

  /** Lets her reach a TCP port of the server as `localhost`, over the link. */
  async carry(port: number): Promise<void> {
    const script = resolve(process.env['OKAERI_ROOT'] ?? '.', 'test/support/forwarder.mjs');
    const args = ['netns', 'exec', this.namespace, process.execPath, script, String(port), serverAddress];
    const child = spawn('ip', args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#forwarders.add(child);
    await new Promise<void>((done, failed) => {
      child.stdout.once('data', () => done());
      child.once('error', failed);
      child.once('exit', (code) => failed(new Error(`The forwarder of port ${port} ended with ${code}.`)));
    });
  }

  /** `null`: as wide as the machine. */
  async narrow(to: Narrow | null): Promise<void> {
    this.#narrow = to;
    const near = `ok${this.#cable}`;
    await shape(to?.downKbps, near, (command) => run('tc', command));
    await shape(to?.upKbps, 'eth0', (command) => this.inside('tc', ...command));
  }

  async lossy(to: Lossy): Promise<void> {
    this.#lossy = to;
    await this.#rule();
  }

  async firewall(to: Firewall): Promise<void> {
    this.#firewall = to;
    await this.#rule();
  }

  /** Pulls the cable out at her end: her system knows that it is offline. */
  async cut(): Promise<void> {
    await this.#ip('link set eth0 down');
  }

  async mend(): Promise<void> {
    await this.#ip('link set eth0 up');
    await this.#ip(`route replace default via ${this.gateway}`);
  }

  /** From one network to another: the old cable is gone, a new one has another address, as wide and lossy as the old. */
  async move(): Promise<void> {
    await this.#ip('link del eth0');
    await this.#lay();
    for (const forwarder of this.#forwarders) forwarder.stdin?.write('cut\n');
    if (this.#narrow) await this.narrow(this.#narrow);
    await this.#rule();
  }

  /** Bytes that went over the cable since it was laid. */
  bytes(): { down: number; up: number } {
    const count = (what: string) =>
      Number(readFileSync(`/sys/class/net/ok${this.#cable}/statistics/${what}_bytes`, 'utf8'));
    return { down: count('tx'), up: count('rx') };
  }

  async close(): Promise<void> {
    for (const forwarder of this.#forwarders) {
      forwarder.removeAllListeners('exit');
      forwarder.kill();
    }
    await nft(emptied(`ok${this.#cable}`)).catch(() => undefined);
    await remove(this.namespace);
    open.delete(this);
    if (open.size === 0) await ip(`link del ${bridge}`).catch(() => undefined);
  }

  /** The name of the near end is what two tests at once cannot both take: whoever comes second tries the next. */
  async #lay(): Promise<void> {
    for (let tried = 0; ; tried += 1) {
      laid += 1;
      const cable = 1 + ((process.pid + laid) % links);
      try {
        await ip(`link add ok${cable} type veth peer name eth0 netns ${this.namespace}`);
        this.#cable = cable;
        break;
      } catch (error) {
        if (tried === links || !String(error).includes('File exists')) throw error;
      }
    }
    await nft(emptied(`ok${this.#cable}`));
    await ip(`addr add ${this.gateway}/30 dev ok${this.#cable}`);
    await ip(`link set ok${this.#cable} up`);
    await this.#ip(`addr add ${this.address}/30 dev eth0`);
    await this.mend();
  }

  /** Where packets arrive, for a sender whose own system drops is told so. */
  async #rule(): Promise<void> {
    const near = `ok${this.#cable}`;
    const { up, down } = this.#lossy;
    await nft(emptied(near), tableOf(near, near, [...passes(this.#firewall, 'dport'), ...loses(up)]));
    const far = tableOf('link', 'eth0', [...passes(this.#firewall, 'sport'), ...loses(down)]);
    await this.inside('nft', `${emptied('link')} ${far}`);
  }

  #ip(command: string): Promise<unknown> {
    return ip(`-n ${this.namespace} ${command}`);
  }

  /** Runs a program where she is. */
  inside(program: string, ...args: string[]): Promise<{ stdout: string }> {
    return run('ip', ['netns', 'exec', this.namespace, program, ...args]);
  }
}

/** A third of what others get, where all want more than there is. */
const nice = 5;

/**
 * A browser that has no other way out than this link. It does not sleep in the background: nobody is in front of it.
 * `last`: it gets what the server leaves of the processor, for a person's device is not the server's. The kernel weighs
 * whole sessions, and only within one by how nice a process is.
 */
export function chromiumIn(link: Link, flags: readonly string[] = [], { last = false } = {}): Promise<Browser> {
  const awake = ['--disable-background-timer-throttling', '--disable-renderer-backgrounding'];
  const options = launchOptions([...awake, ...flags]);
  const script = join(mkdtempSync(join(tmpdir(), 'okaeri-link-')), 'chromium');
  const courtesy = last ? `echo ${nice} > /proc/$$/autogroup || true\nexec nice -n ${nice}` : 'exec';
  writeFileSync(script, `#!/bin/sh\n${courtesy} ip netns exec ${link.namespace} ${options.executablePath} "$@"\n`);
  chmodSync(script, 0o755);
  return chromium.launch({ ...options, executablePath: script });
}

const passes = (firewall: Firewall, side: 'dport' | 'sport'): string[] => {
  if (firewall === 'everything') return [];
  const others = firewall === 'tcp' ? [] : [`tcp ${side} != { ${firewall.join(', ')} } drop`];
  return ['meta l4proto { udp, icmp } drop', ...others];
};
const loses = (perMille: number): string[] =>
  perMille > 0 ? [`meta l4proto { tcp, udp } numgen random mod 1000 < ${perMille} drop`] : [];

/** A table that is not there cannot be deleted, so it is made first. */
const emptied = (table: string): string => `table inet ${table}; delete table inet ${table};`;
const tableOf = (table: string, device: string, rules: readonly string[]): string => {
  const lines = rules.map((rule) => `iifname "${device}" ${rule};`).join(' ');
  return `table inet ${table} { chain arriving { type filter hook input priority 0; ${lines} }; };`;
};

async function shape(
  kbps: number | undefined,
  device: string,
  tc: (command: string[]) => Promise<unknown>,
): Promise<void> {
  if (kbps) {
    // What passes as a burst waits, too, once the bucket is empty: no more than a packet or two, or a narrow link holds seconds.
    const burst = Math.max(2000, kbps * 2);
    const queue = `tbf rate ${kbps}kbit burst ${burst} limit ${Math.max(3000, kbps * 50)}`;
    await tc(['qdisc', 'replace', 'dev', device, 'root', ...queue.split(' ')]);
    // There may be none.
  } else await tc(['qdisc', 'del', 'dev', device, 'root']).catch(() => undefined);
}

const run = promisify(execFile);
const ip = (command: string) => run('ip', command.split(' '));
const nft = (...commands: string[]) => run('nft', [commands.join(' ')]);

/** The server's address is on a bridge without ports, one for each process that tests: this kernel has no dummy device. */
const bridge = `okd${process.pid}`;
const open = new Set<Link>();

async function haveServerAddress(): Promise<void> {
  if (open.size > 0) return;
  await ip(`link add ${bridge} type bridge`);
  await ip(`addr add ${serverAddress}/32 dev ${bridge}`);
  await ip(`link set ${bridge} up`);
}

/** With her end of the cable goes the other; whoever still runs inside keeps the namespace, but not its name. */
async function remove(namespace: string): Promise<void> {
  await ip(`-n ${namespace} link del eth0`).catch(() => undefined);
  await ip(`netns del ${namespace}`).catch(() => undefined);
}

/** What tests left that were killed. */
async function clearDead(): Promise<void> {
  const dead = (name: string, pattern: RegExp) => {
    const pid = pattern.exec(name)?.[1];
    return pid !== undefined && !existsSync(`/proc/${pid}`);
  };
  const [spaces, bridges] = await Promise.all([ip('netns list'), ip('-br link show type bridge')]);
  const names = (out: string) => out.split('\n').map((line) => line.split(' ')[0] ?? '');
  await Promise.all([
    ...names(spaces.stdout)
      .filter((name) => dead(name, /^ok(\d+)-/))
      .map(remove),
    ...names(bridges.stdout)
      .filter((name) => dead(name, /^okd(\d+)$/))
      .map((name) => ip(`link del ${name}`).catch(() => undefined)),
  ]);
}
