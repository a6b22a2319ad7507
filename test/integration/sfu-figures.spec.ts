import { readFileSync } from 'node:fs';
import { pssOf } from '../support/processes';
import { startReadySfu } from '../support/sfu';
import { SfuPerson, openBrowser } from '../support/sfu-browser';
jest.setTimeout(300_000);
it('figures', async () => {
  const began = performance.now();
  const { sfu, link } = await startReadySfu();
  console.log('ready after', performance.now() - began, 'pss', pssOf(sfu.pid), readFileSync('/proc/loadavg', 'utf8'));
  const browser = await openBrowser();
  const room = { roomId: 'r', epoch: 1 };
  const emily = await SfuPerson.enter(browser, link, room, 'emily');
  await emily.join(); await emily.publishTone(440); await emily.publishCamera();
  const times: number[] = []; const top: number[] = [];
  for (let i = 0; i < 30; i++) {
    const p = await SfuPerson.enter(browser, link, room, `p${i}`);
    await link.request('room.open', room, {});
    const caps = (await link.request('room.open', room, {})).rtpCapabilities;
    await p.page.evaluate((me) => { (window as any).okaeriMe = me; }, `p${i}`);
    const t = await p.page.evaluate(async (c) => {
      const w = window as any; const a = performance.now();
      const first = new Promise<number>((done) => { new MutationObserver((m) => { for (const r of m) for (const n of r.addedNodes as any) if (n.tagName === 'VIDEO') n.requestVideoFrameCallback(() => done(performance.now() - a)); }).observe(document.body, { childList: true }); });
      await w.okaeriSfu.join(w.okaeriMe, c); return first;
    }, caps as any).catch((e) => { console.log(String(e)); return -1; });
    times.push(t);
    await link.request('seat.leave', room, { seatId: `p${i}` }); await p.close();
    await new Promise((d) => setTimeout(d, 300));
  }
  times.sort((a, b) => a - b);
  console.log('first picture', times.map(Math.round).join(' '));
  // server side join
  const joins: number[] = [];
  for (let i = 0; i < 50; i++) { const a = performance.now(); await link.request('seat.join', room, { seatId: 'x', rtpCapabilities: (await link.request('room.open', room, {}, 'same')).rtpCapabilities }); joins.push(performance.now() - a); }
  joins.sort((a, b) => a - b); console.log('seat.join ms', joins[25], joins[47], joins[49]);
  // worker deaths
  const deaths: number[] = [];
  for (let i = 0; i < 10; i++) {
    const [w] = sfu.workers(); const a = performance.now(); process.kill(w as number, 'SIGKILL');
    for (;;) { const r = await link.raw({ id: `o${performance.now()}`, roomId: 'd', epoch: i + 1, name: 'room.open', data: {} }); if (r.ok && sfu.workers()[0] !== w) break; await new Promise((d) => setTimeout(d, 2)); }
    deaths.push(performance.now() - a); await new Promise((d) => setTimeout(d, 1300));
  }
  console.log('worker back ms', deaths.map(Math.round).join(' '));
  console.log('pss', pssOf(sfu.pid), 'worker', pssOf(sfu.workers()[0] as number));
  await browser.close(); await link.close(); await sfu.stop();
});
