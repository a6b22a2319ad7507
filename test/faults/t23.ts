import { IceServers } from '@okaeri/consult';
import { now } from '@okaeri/words/time';
import { summary, type BenchResult } from '../bench/result';
import { Link, serverAddress } from '../support/net';
import { TestTurn } from '../support/turn';
import { credentialsOf, tcp, TurnClient, type Credentials } from '../support/turn-client';

const seatId = '5b7c4a0e-4f0f-4c8e-9d2a-0f3a1e6f7d11';
const allocations = 200;
/** As `infra/turn/config.mjs` has it: both ways of a seat, twice while it comes back, and none for anything else. */
const quota = 8;

/** T23: what a TURN server of ours is asked for by somebody who has, or had, a seat, and must not get. */
export async function fault(progress: (line: string) => void): Promise<BenchResult> {
  const link = await Link.open('t23');
  const turn = new TestTurn(link.gateway);
  const findings = new Findings(progress);
  try {
    await turn.start();
    const ends = now().add({ minutes: 25 });
    const [server] = new IceServers({ urls: [], secret: turn.secret }).of(seatId, ends);
    const credentials = { username: server?.username ?? '', credential: server?.credential ?? '' };
    await askForPeers(turn.host, credentials, link, findings);
    await askWithoutRight(turn, findings);
    await askForTcp(turn.host, credentials, findings);
    await askForMany(turn, findings);
    const seconds = Number(credentials.username.split(':')[0]) - ends.epochMilliseconds / 1000;
    findings.note('credentials outlive the visit by (s)', seconds, seconds > 0 && seconds <= 600);
  } finally {
    await turn.stop();
    await link.close();
  }
  const { times, wrong, asked } = findings;
  return {
    bench: 'T23',
    samples: asked,
    ours: { ...summary(times, 'ms'), wrong },
    baseline: null,
    ratio: null,
    targets: { wrong: 0 },
    met: wrong === 0,
  };
}

class Findings {
  readonly times: number[] = [];
  wrong = 0;
  asked = 0;
  constructor(private readonly progress: (line: string) => void) {}

  async answer(what: string, ask: Promise<{ code: number }>, allowed: readonly number[]): Promise<void> {
    const begun = performance.now();
    const { code } = await ask;
    this.times.push(performance.now() - begun);
    this.note(what, code, allowed.includes(code));
  }

  note(what: string, found: number, right: boolean): void {
    this.asked += 1;
    if (!right) this.wrong += 1;
    this.progress(`${right ? 'as it has to be' : 'WRONG'}: ${what}: ${found}`);
  }
}

/** Everything but the sfu: this machine, its own networks, what clouds tell about themselves, everybody, and the world. */
async function askForPeers(host: string, credentials: Credentials, link: Link, findings: Findings): Promise<void> {
  const client = await TurnClient.open(host, credentials);
  await findings.answer('an allocation for a seat', client.allocate(), [200]);
  await findings.answer(`permission for the sfu ${serverAddress}`, client.permit(serverAddress), [200]);
  await findings.answer(`a channel to the sfu ${serverAddress}`, client.bind(0x4000, serverAddress), [200]);
  const denied = [
    ...['127.0.0.1', '127.8.8.8', '0.0.0.0', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...[host, link.address, '10.77.255.2', '224.0.0.1', '255.255.255.255', '8.8.8.8'],
    ...['::1', '::', 'fd00::1', 'fe80::1', '::ffff:127.0.0.1', `::ffff:${serverAddress}`, '2001:db8::1'],
  ];
  for (const [at, peer] of denied.entries()) {
    // Of the other family, before it is asked whether the peer is allowed.
    const codes = peer.includes(':') ? [403, 443] : [403];
    await findings.answer(`permission for ${peer}`, client.permit(peer), codes);
    await findings.answer(`a channel to ${peer}`, client.bind(0x4001 + at, peer), codes);
  }
  client.close();
}

async function askWithoutRight(turn: TestTurn, findings: Findings): Promise<void> {
  const seconds = Math.floor(now().epochMilliseconds / 1000);
  const good = `${seconds + 600}:${seatId}`;
  const cases: [string, Credentials][] = [
    ['credentials that ran out a second ago', credentialsOf(turn.secret, `${seconds - 1}:${seatId}`)],
    ['credentials of another secret', credentialsOf('another secret than ours', good)],
    [
      'the credential of another name',
      { ...credentialsOf(turn.secret, good), username: `${seconds + 6000}:${seatId}` },
    ],
    ['a name that never runs out', credentialsOf(turn.secret, seatId)],
    ['no name', credentialsOf(turn.secret, '')],
  ];
  for (const [what, credentials] of cases) {
    const client = await TurnClient.open(turn.host, credentials);
    await findings.answer(what, client.allocate(), [400, 401]);
    client.close();
  }
}

/** A relay for TCP would reach everything that listens beside the sfu on its machine. */
async function askForTcp(host: string, credentials: Credentials, findings: Findings): Promise<void> {
  const client = await TurnClient.open(host, credentials);
  await findings.answer('an allocation for TCP', client.allocate(tcp), [403, 442]);
  await findings.answer('an allocation', client.allocate(), [200]);
  await findings.answer('a TCP connection to the sfu', client.connect(serverAddress), [400, 403, 405, 437, 442]);
  client.close();
}

/** One seat takes all that there is: her neighbour still gets hers. */
async function askForMany(turn: TestTurn, findings: Findings): Promise<void> {
  const until = Math.floor(now().epochMilliseconds / 1000) + 600;
  const greedy = credentialsOf(turn.secret, `${until}:2f0e7c1a-0000-4000-8000-000000000001`);
  const clients: TurnClient[] = [];
  const codes: number[] = [];
  for (let each = 0; each < allocations; each += 1) {
    const client = await TurnClient.open(turn.host, greedy);
    clients.push(client);
    codes.push((await client.allocate()).code);
  }
  const given = codes.filter((code) => code === 200).length;
  findings.note(`of ${allocations} allocations for one seat, given`, given, given > 0 && given <= quota);
  const refused = codes.filter((code) => code === 486).length;
  findings.note('of those, refused with 486', refused, given + refused === allocations);
  const neighbour = await TurnClient.open(turn.host, credentialsOf(turn.secret, `${until}:${seatId}`));
  await findings.answer('an allocation for the next seat meanwhile', neighbour.allocate(), [200]);
  [...clients, neighbour].forEach((client) => client.close());
}
