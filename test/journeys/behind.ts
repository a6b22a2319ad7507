import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openChromium } from '../support/browser';
import { giveVoices } from '../support/ears';
import { chromiumIn, type Link } from '../support/net';
import type { Standalone } from '../support/standalone';
import { Person } from './person';
import { openVisitOf } from './world';

const media = ['--use-fake-device-for-media-stream=device-count=2,fps=10'];

/** Emily behind a link and Dr Sato beside the server, let into one room. */
export async function meetBehind(
  link: Link,
  standalone: Standalone,
): Promise<{ emily: Person; sato: Person; browsers: Browser[] }> {
  // Nobody vouches for the certificate of a test; that a wrong one is refused is the browser's own business.
  const browsers = [await chromiumIn(link, [...media, '--ignore-certificate-errors']), await openChromium(media)];
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
  const emily = await atDoor('emily', browsers[0]);
  await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
  await emily.phase('waiting');
  const sato = await atDoor('sato', browsers[1]);
  await sato.screen('call');
  await sato.admit();
  return { emily, sato, browsers };
}

export interface PeersWindow {
  okaeriPeers: RTCPeerConnection[];
}

/** The way that each connected transport of a page has taken, and the names it has shown at TURN servers. */
export const waysOf = (page: Page): Promise<{ paths: string[]; usernames: string[] }> =>
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
