import type { Browser } from 'playwright-core';
import { eventually } from '../support/ears';
import { Link, serverEnv } from '../support/net';
import { Standalone } from '../support/standalone';
import { meetBehind, waysOf } from './behind';
import type { Person } from './person';

/** Many an office lets TCP out to any port and not one packet of UDP. */
describe('a patient behind a firewall that lets out TCP alone', () => {
  let link: Link;
  let standalone: Standalone;
  let browsers: Browser[];
  let emily: Person;
  let sato: Person;

  beforeAll(async () => {
    link = await Link.open('tcp');
    standalone = await Standalone.start({ env: serverEnv });
    await link.carry(Number(new URL(standalone.origin).port));
    await link.firewall('tcp');
    ({ emily, sato, browsers } = await meetBehind(link, standalone));
  }, 300_000);

  afterAll(async () => {
    await Promise.all((browsers ?? []).map((browser) => browser.close()));
    await standalone?.stop();
    await link?.close();
  });

  it('reaches the sfu itself by TCP, with no TURN server anywhere; the physician goes by UDP as ever', async () => {
    const start = performance.now();
    const ways = await eventually(
      'both of her ways are found',
      () => waysOf(emily.page),
      ({ paths }) => paths.length >= 2,
      60_000,
    );
    process.stdout.write(`ways after ${Math.round(performance.now() - start)} ms: ${ways.paths.join(', ')}\n`);
    for (const path of ways.paths) expect(path).toMatch(/^(host|prflx) tcp$/);
    for (const path of (await waysOf(sato.page)).paths) expect(path).toMatch(/^(host|prflx) udp$/);
  });

  it('sees and hears, and is seen and heard', async () => {
    await emily.turnSpeakerOn();
    await sato.turnSpeakerOn();
    await Promise.all([emily.hears('sato'), sato.hears('emily'), emily.sees(1), sato.sees(1)]);
  });
});
