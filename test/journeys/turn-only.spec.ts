import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openChromium } from '../support/browser';
import { eventually, giveVoices, streamsOf } from '../support/ears';
import { chromiumIn, Link, serverEnv } from '../support/net';
import { Standalone } from '../support/standalone';
import { TestTurn } from '../support/turn';
import { Person } from './person';
import { openVisitOf } from './world';

const media = ['--use-fake-device-for-media-stream=device-count=2,fps=10'];

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
    // Nobody vouches for the certificate of a test; that a wrong one is refused is the browser's own business.
    browsers = [await chromiumIn(link, [...media, '--ignore-certificate-errors']), await openChromium(media)];
    const visitId = await openVisitOf(standalone, 'emily');
    const atDoor = async (name: string, browser: Browser | undefined) => {
      const context = (await browser?.newContext({ viewport: { width: 1200, height: 800 } })) as BrowserContext;
      await giveVoices(context);
      const person = await Person.arriveHome(context, standalone.origin, name);
      await person.page.locator('main h1').first().waitFor();
      await person.goToVisit(standalone.origin, visitId);
      await person.screen('door');
      return person.ready();
    };
    emily = await atDoor('emily', browsers[0]);
    await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
    await emily.phase('waiting');
    sato = await atDoor('sato', browsers[1]);
    await sato.screen('call');
    await sato.admit();
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

interface PeersWindow {
  okaeriPeers: RTCPeerConnection[];
}

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

/** The way that each connected transport of a page has taken, and the names it has shown at TURN servers. */
const waysOf = (page: Page): Promise<{ paths: string[]; usernames: string[] }> =>
  page.evaluate(async () => {
    const paths: string[] = [];
    const usernames = new Set<string>();
    for (const peer of (window as unknown as PeersWindow).okaeriPeers) {
      if (peer.connectionState !== 'connected') continue;
      for (const { username } of peer.getConfiguration().iceServers ?? []) if (username) usernames.add(username);
      const report = new Map<string, Record<string, unknown>>();
      (await peer.getStats()).forEach((entry: Record<string, unknown>) => report.set(String(entry.id), entry));
      for (const transport of report.values()) {
        if (transport.type !== 'transport') continue;
        const pair = report.get(String(transport.selectedCandidatePairId));
        const local = report.get(String(pair?.localCandidateId));
        if (local) paths.push(`${String(local.candidateType)} ${String(local.relayProtocol ?? local.protocol)}`);
      }
    }
    return { paths, usernames: [...usernames] };
  });
