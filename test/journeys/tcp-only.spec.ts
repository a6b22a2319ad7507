import type { Browser } from 'playwright-core';
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

  it('sees and hears, and is seen and heard, with no TURN server anywhere', async () => {
    await emily.turnSpeakerOn();
    await sato.turnSpeakerOn();
    await Promise.all([emily.hears('sato'), sato.hears('emily'), emily.sees(1), sato.sees(1)]);
  });

  it('reaches the sfu itself by TCP; the physician goes by UDP as ever', async () => {
    const [hers, his] = await Promise.all([waysOf(emily.page), waysOf(sato.page)]);
    expect(hers.paths.length).toBeGreaterThanOrEqual(2);
    expect(new Set(hers.paths)).toEqual(new Set(['host tcp']));
    expect(new Set(his.paths)).toEqual(new Set(['host udp']));
  });
});
