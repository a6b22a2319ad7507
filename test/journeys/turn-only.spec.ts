import type { Browser, Page } from 'playwright-core';
import { eventually, streamsOf } from '../support/ears';
import { Link, serverEnv } from '../support/net';
import { Standalone } from '../support/standalone';
import { TestTurn } from '../support/turn';
import { meetBehind, waysOf, type PeersWindow } from './behind';
import type { Person } from './person';

/** A hospital's firewall, or a hotel's: packets to the page and to 443 go through, everything else is dropped without a word. */
describe('a patient behind a firewall that lets out nothing but TLS on 443', () => {
  let link: Link;
  let turn: TestTurn;
  let standalone: Standalone;
  let browsers: Browser[];
  let emily: Person;
  let sato: Person;

  beforeAll(async () => {
    link = await Link.open('turn');
    turn = new TestTurn(link.gateway);
    standalone = await Standalone.start({ env: { ...serverEnv, ...turn.env } });
    const port = Number(new URL(standalone.origin).port);
    await link.carry(port);
    await link.firewall([443, port]);
    ({ emily, sato, browsers } = await meetBehind(link, standalone));
  }, 300_000);

  afterAll(async () => {
    await Promise.all((browsers ?? []).map((browser) => browser.close()));
    await standalone?.stop();
    await turn?.stop();
    await link?.close();
  });

  it('gets no further than the room while no TURN server answers: the direct way is really shut', async () => {
    await eventually(
      'she has asked on every way that she was offered',
      () => knocksOf(emily.page),
      ({ sent }) => sent.length === 2 && sent.every((requests) => requests > 50),
      60_000,
    );
    expect(await knocksOf(emily.page)).toMatchObject({ answered: 0, connected: 0 });
    const { framesDecoded, audioBytesReceived } = await streamsOf(emily.page);
    expect({ framesDecoded, audioBytesReceived }).toEqual({ framesDecoded: 0, audioBytesReceived: 0 });
    await sato.hears();
  });

  it('sees and hears, and is seen and heard, as soon as one does, without a click', async () => {
    await turn.start();
    await emily.turnSpeakerOn();
    await sato.turnSpeakerOn();
    await Promise.all([emily.hears('sato'), sato.hears('emily'), emily.sees(1), sato.sees(1)]);
  });

  it('goes over TLS to the TURN server, with credentials of her seat', async () => {
    const { paths, usernames } = await waysOf(emily.page);
    expect(paths).toEqual([...paths.keys()].map(() => 'relay tls'));
    expect(paths.length).toBeGreaterThanOrEqual(2);
    const [seat] = await standalone.query<{ id: string }>(
      `select s.id from seat s join person p on p.id = s.person_id where p.persona = 'emily' and s.state = 'joined'`,
    );
    expect(usernames).toEqual([expect.stringMatching(new RegExp(`^\\d+:${seat?.id}$`))]);
  });

  it('is the only one who goes that way', async () => {
    expect((await waysOf(sato.page)).paths.every((path) => path.startsWith('host'))).toBe(true);
  });
});

/** What each open transport of a page has asked for and got on its way to the sfu. */
const knocksOf = (page: Page): Promise<{ sent: number[]; answered: number; connected: number }> =>
  page.evaluate(async () => {
    const knocks = { sent: [] as number[], answered: 0, connected: 0 };
    for (const peer of (window as unknown as PeersWindow).okaeriPeers) {
      if (peer.connectionState === 'closed') continue;
      if (peer.connectionState === 'connected') knocks.connected += 1;
      let sent = 0;
      (await peer.getStats()).forEach((entry: Record<string, unknown>) => {
        if (entry.type !== 'candidate-pair') return;
        sent += Number(entry.requestsSent ?? 0);
        knocks.answered += Number(entry.responsesReceived ?? 0);
      });
      knocks.sent.push(sent);
    }
    return knocks;
  });
